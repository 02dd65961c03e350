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

/* True for what people write as a fence, or word processors make of one: «--», «-----», «—». */
static bool is_like_fence(struct str line)
{
    static const struct str dashes[] = {STR_INIT("–"), STR_INIT("—"), STR_INIT("−"), STR_INIT("‐")};
    size_t hyphens = 0, others = 0;
    for (size_t before = 0; line.len && line.len != before;) {
        before = line.len;
        while (str_starts(line, STR("-"))) {
            line = str_from(line, 1);
            hyphens++;
        }
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
            while (str_starts(line, dashes[i])) {
                line = str_from(line, dashes[i].len);
                others++;
            }
    }
    return str_trim(line).len == 0 && (others > 0 || hyphens > 1);
}

/* Returns the number of the first line that is not blank, or 1 if all are. */
static size_t opening_line(const struct source *source)
{
    for (size_t line = 1; line <= source->line_count; line++)
        if (str_trim(source_line(source, line)).len)
            return line;
    return 1;
}

/*
 * Returns the number of the line that closes the front matter, or 0. Far down in a file, a
 * line of dashes is a thematic break of Markdown, so there only an exact fence counts.
 */
static size_t closing_line(const struct source *source, size_t opening)
{
    enum { NEAR_THE_TOP = 200 };
    for (size_t line = opening + 1; line <= source->line_count; line++)
        if (is_fence(source_line(source, line)) ||
            (line <= NEAR_THE_TOP && is_like_fence(source_line(source, line))))
            return line;
    return 0;
}

static void frontmatter_tell(const struct source *source, enum parse_rule rule, size_t line,
                             struct diags *diags)
{
    size_t start = source->lines[line - 1];
    diag_add(diags, &parse_rules[rule],
             source_span(source, start, start + source_line(source, line).len), NO_DETAIL);
}

static void check_fence(const struct source *source, size_t line, struct diags *diags)
{
    if (!is_fence(source_line(source, line)))
        frontmatter_tell(source, RULE_FRONT_MATTER_FENCE, line, diags);
}

/* We read on after what is nearly right, so that the writer is told of all faults at once. */
bool frontmatter_parse(struct arena *arena, const struct source *source,
                       struct frontmatter *frontmatter, struct diags *diags)
{
    *frontmatter = (struct frontmatter){0};
    size_t opening = opening_line(source), closing = closing_line(source, opening);
    bool fence = is_fence(source_line(source, opening));
    if (!fence && !(closing && is_like_fence(source_line(source, opening)))) {
        frontmatter_tell(source, RULE_FRONT_MATTER_MISSING, 1, diags);
        return false;
    }
    if (!closing) {
        frontmatter_tell(source, RULE_FRONT_MATTER_OPEN, opening, diags);
        return false;
    }
    if (opening > 1)
        frontmatter_tell(source, RULE_FRONT_MATTER_LATE, 1, diags);
    check_fence(source, opening, diags);
    check_fence(source, closing, diags);
    size_t start = source->lines[opening], end = source->lines[closing - 1];
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
