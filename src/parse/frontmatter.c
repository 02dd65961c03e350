#include "parse/frontmatter.h"

#include "base/arena.h"
#include "base/value.h"
#include "parse/gate.h"
#include "parse/rules.h"
#include "parse/yaml.h"

static bool is_fence(struct str line)
{
    return str_starts(line, STR("---")) && str_trim(str_from(line, 3)).len == 0;
}

/* The number of the line that closes the front matter, or 0. */
static size_t closing_line(const struct source *source)
{
    for (size_t line = 2; line <= source->line_count; line++)
        if (is_fence(source_line(source, line)))
            return line;
    return 0;
}

bool frontmatter_parse(struct arena *arena, const struct source *source,
                       struct frontmatter *frontmatter, struct diags *diags)
{
    *frontmatter = (struct frontmatter){0};
    if (!is_fence(source_line(source, 1))) {
        diag_add(diags, &parse_rules[RULE_FRONT_MATTER_MISSING],
                 source_span(source, 0, source_line(source, 1).len), NO_DETAIL);
        return false;
    }
    size_t closing = closing_line(source);
    if (!closing) {
        diag_add(diags, &parse_rules[RULE_FRONT_MATTER_OPEN], source_span(source, 0, 3), NO_DETAIL);
        return false;
    }
    size_t start = source->lines[1], end = source->lines[closing - 1];
    size_t after = closing < source->line_count ? source->lines[closing] : source->text.len;
    frontmatter->body = source_span(source, after, source->text.len);
    if (end - start > GATE_FRONT_MATTER_MAX) {
        struct str limit = str_format(&diags->arena, "%d KiB", GATE_FRONT_MATTER_MAX / 1024);
        diag_add(diags, &parse_rules[RULE_FRONT_MATTER_TOO_LARGE],
                 source_span(source, start, start), (struct detail){.args = {limit}});
        return true;
    }
    frontmatter->fields = yaml_parse(arena, source, source_span(source, start, end), diags);
    return true;
}
