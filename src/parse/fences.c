#include "parse/fences.h"

#include "base/blank.h"
#include "parse/field_line.h"

/* Further down, a line of dashes that is no exact fence is a thematic break of Markdown. */
enum { NEAR_THE_TOP = 200 };

bool fence_is_exact(struct str line)
{
    return str_starts(line, STR("---")) && str_trim(str_from(line, 3)).len == 0;
}

/* True for what people write as a fence, or word processors make of one: «--», «-----», «—». */
static bool is_like_fence(struct str line)
{
    static const struct str dashes[] = {STR_INIT("–"), STR_INIT("—"), STR_INIT("−"), STR_INIT("‐")};
    size_t hyphens = 0, others = 0;
    if (line.len == 0 || (line.ptr[0] != '-' && (unsigned char)line.ptr[0] != 0xE2))
        return false;
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
    return blank_trim(line).len == 0 && (others > 0 || hyphens > 1);
}

/* Whether the next line that is not blank is the text of a body, or there is none. */
static bool leads_to_text(const struct source *source, size_t line)
{
    struct str next = STR("");
    while (blank_trim(next).len == 0 && ++line <= source->line_count)
        next = source_line(source, line);
    enum line_kind kind = field_line_kind(next);
    return kind != LINE_FIELD && kind != LINE_INDENTED && !fence_is_exact(next);
}

/* A fence that is indented could also be in a long text among the fields. */
static bool is_indented_fence(const struct source *source, size_t line)
{
    struct str text = source_line(source, line);
    return text.len && text.ptr[0] == ' ' && fence_is_exact(str_trim(text)) &&
           leads_to_text(source, line);
}

static bool is_fence_at(const struct source *source, size_t line)
{
    struct str text = source_line(source, line);
    return fence_is_exact(text) ||
           (line <= NEAR_THE_TOP && (is_like_fence(text) || is_indented_fence(source, line)));
}

struct str fence_of_other(struct str line)
{
    line = str_trim(line);
    if (str_eq(line, STR("+++")))
        return STR("TOML");
    return str_eq(line, STR(";;;")) || str_starts(line, STR("{")) ? STR("JSON") : STR("");
}

/* Returns the number of the first line that is not blank, or 1 if all are. */
static size_t opening_line(const struct source *source)
{
    for (size_t line = 1; line <= source->line_count; line++)
        if (str_trim(source_line(source, line)).len)
            return line;
    return 1;
}

/* Returns the number of the next line that is a fence after this one, or 0. */
static size_t next_fence(const struct source *source, size_t line)
{
    while (++line <= source->line_count)
        if (is_fence_at(source, line))
            return line;
    return 0;
}

/*
 * Whether fields, and nothing else, stand between two lines; `tight`: nor blank lines, but before
 * the first of several, for those cannot be a paragraph and a rule below it.
 */
static bool are_fields(const struct source *source, size_t from, size_t to, bool tight)
{
    size_t fields = 0, blanks = 0;
    for (size_t line = from + 1; line < to; line++) {
        enum line_kind kind = field_line_kind(source_line(source, line));
        if (kind == LINE_PROSE || (!fields && kind == LINE_ITEM) ||
            (tight && fields && kind == LINE_BLANK))
            return false;
        fields += kind == LINE_FIELD;
        blanks += kind == LINE_BLANK;
    }
    return fields > (tight && blanks > 0);
}

/*
 * A fence that is followed by more fields and then by another is not the last one. Below a
 * true fence the body begins, and «tid: nå» there is a text; so after that nothing else may
 * stand between, nor a blank line among them.
 */
static void find_split(const struct source *source, struct fences *fences)
{
    size_t first = fences->closing;
    bool exact = first && fence_is_exact(source_line(source, first));
    size_t next = first ? next_fence(source, first) : 0;
    if (!next || !are_fields(source, first, next, exact))
        return;
    fences->split = first;
    fences->closing = next;
}

/*
 * Finds where the fields give way to text: after them a blank line or a heading, then prose,
 * and no field any more. Without a closing line the end of the file is the end of that.
 */
static void find_text(const struct source *source, struct fences *fences)
{
    size_t end = fences->closing ? fences->closing : source->line_count + 1;
    bool apart = false; /* something that is neither stands between the fields and here */
    bool text = false;  /* prose came after that */
    for (size_t line = fences->opening + 1; line < end; line++) {
        enum line_kind kind = field_line_kind(source_line(source, line));
        bool goes_on = kind == LINE_INDENTED || (kind == LINE_ITEM && !apart);
        if (kind == LINE_FIELD || (goes_on && !text)) {
            fences->last = line;
            apart = text = false;
        } else if (kind == LINE_BLANK || kind == LINE_COMMENT) {
            apart = true;
        } else {
            text |= apart;
        }
    }
    if (fences->last && (text || !fences->closing))
        fences->after = fences->last + 1;
}

size_t fences_second(const struct source *source, size_t body)
{
    size_t line = body;
    while (line <= source->line_count && blank_trim(source_line(source, line)).len == 0)
        line++;
    if (line > source->line_count || !is_fence_at(source, line))
        return 0;
    size_t next = next_fence(source, line);
    return next && are_fields(source, line, next, true) ? line : 0;
}

bool fences_find(const struct source *source, struct fences *fences)
{
    *fences = (struct fences){.opening = opening_line(source)};
    struct str first = source_line(source, fences->opening);
    fences->closing = next_fence(source, fences->opening);
    if (!fence_is_exact(first) && !(fences->closing && is_like_fence(first)))
        return false;
    find_split(source, fences);
    find_text(source, fences);
    if (fences->closing)
        fences->second = fences_second(source, fences->closing + 1);
    return true;
}
