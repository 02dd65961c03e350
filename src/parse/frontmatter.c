#include "parse/frontmatter.h"

#include "base/arena.h"
#include "base/value.h"
#include "parse/fences.h"
#include "parse/gate.h"
#include "parse/rules.h"
#include "parse/yaml.h"

static void frontmatter_tell(const struct source *source, enum parse_rule rule, size_t line,
                             struct diags *diags)
{
    size_t start = source->lines[line - 1];
    diag_add(diags, &parse_rules[rule],
             source_span(source, start, start + source_line(source, line).len), NO_DETAIL);
}

static void check_fence(const struct source *source, size_t line, struct diags *diags)
{
    if (!fence_is_exact(source_line(source, line)))
        frontmatter_tell(source, RULE_FRONT_MATTER_FENCE, line, diags);
}

static void tell_missing(const struct source *source, size_t opening, struct diags *diags)
{
    struct str line = source_line(source, opening), other = fence_of_other(line);
    if (other.len)
        diag_add(diags, &parse_rules[RULE_FRONT_MATTER_OTHER], source_span_of(source, line),
                 (struct detail){.args = {other}});
    else
        frontmatter_tell(source, RULE_FRONT_MATTER_MISSING, 1, diags);
}

/* Returns where a line starts; past the last one that is the end of the text. */
static size_t line_start(const struct source *source, size_t line)
{
    return line <= source->line_count ? source->lines[line - 1] : source->text.len;
}

static struct value *parse_lines(struct arena *arena, const struct source *source, size_t first,
                                 size_t end, struct diags *diags)
{
    size_t from = line_start(source, first), to = line_start(source, end);
    if (to - from <= GATE_FRONT_MATTER_MAX)
        return yaml_parse(arena, source, source_span(source, from, to), diags);
    struct str limit = str_format(&diags->arena, "%d KiB", GATE_FRONT_MATTER_MAX / 1024);
    diag_add(diags, &parse_rules[RULE_FRONT_MATTER_TOO_LARGE], source_span(source, from, from),
             (struct detail){.args = {limit}});
    return NULL;
}

/*
 * Reads the fields down to the closing line. If they cannot be read, and there is text before
 * it that is no field, then that line is a rule in the body, and the closing one is missing.
 */
static void parse_fields(struct arena *arena, const struct source *source, struct fences *fences,
                         struct frontmatter *frontmatter, struct diags *diags)
{
    struct diags found;
    diag_init(&found);
    size_t first = fences->opening + 1;
    if (fences->closing)
        frontmatter->fields = parse_lines(arena, source, first, fences->closing, &found);
    if (!frontmatter->fields && fences->after) {
        diag_release(&found);
        diag_init(&found);
        frontmatter_tell(source, RULE_FRONT_MATTER_OPEN, fences->last, diags);
        frontmatter->fields = parse_lines(arena, source, first, fences->after, &found);
        fences->closing = fences->last;
        fences->second = 0;
    }
    diag_merge(diags, &found);
    diag_release(&found);
}

/* Fields in two parts are not read: half of them would be told of as missing. */
static void check_fences(const struct source *source, const struct fences *fences,
                         struct diags *diags)
{
    if (fences->opening > 1)
        frontmatter_tell(source, RULE_FRONT_MATTER_LATE, 1, diags);
    check_fence(source, fences->opening, diags);
    if (fences->split)
        frontmatter_tell(source, RULE_FRONT_MATTER_SPLIT, fences->split, diags);
    else if (fences->closing > fences->last || !fences->after)
        check_fence(source, fences->closing, diags);
    if (fences->second)
        frontmatter_tell(source, RULE_FRONT_MATTER_SECOND, fences->second, diags);
}

/* We read on after what is nearly right, so that the writer is told of all faults at once. */
bool frontmatter_parse(struct arena *arena, const struct source *source,
                       struct frontmatter *frontmatter, struct diags *diags)
{
    struct fences fences;
    *frontmatter = (struct frontmatter){0};
    if (!fences_find(source, &fences)) {
        tell_missing(source, fences.opening, diags);
        return false;
    }
    if (!fences.closing && !fences.after) {
        frontmatter_tell(source, RULE_FRONT_MATTER_OPEN, fences.opening, diags);
        return false;
    }
    if (!fences.split)
        parse_fields(arena, source, &fences, frontmatter, diags);
    check_fences(source, &fences, diags);
    frontmatter->body =
        source_span(source, line_start(source, fences.closing + 1), source->text.len);
    return true;
}
