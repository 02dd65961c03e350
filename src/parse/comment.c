#include "parse/comment.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/blank.h"
#include "base/utf8.h"

/* ---- the marks of HTML ---- */

static size_t blanks_at(struct str text, size_t at)
{
    size_t from = at;
    while (at < text.len && at - from < 3 && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at - from;
}

/* Returns the length of two hyphens, or of the dashes that editors make of them. */
static size_t dashes_at(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    for (size_t count = 0; count < 2 && rest.len; count++) {
        struct str before = rest;
        uint32_t rune = utf8_next(&rest);
        if (!utf8_is_dash(rune)) {
            rest = before;
            break;
        }
    }
    return text.len - rest.len - at;
}

static bool has_at(struct str text, size_t at, struct str what)
{
    return at <= text.len && str_starts(str_from(text, at), what);
}

/* Returns the length of what names a declaration of HTML: DOCTYPE, [CDATA[, php, = */
static size_t word_at(struct str text, size_t at)
{
    enum { WORD_MAX = 16 };
    size_t from = at;
    while (at < text.len && at - from < WORD_MAX &&
           (ascii_is_letter(text.ptr[at]) || text.ptr[at] == '[' || text.ptr[at] == '='))
        at++;
    return at - from;
}

/*
 * Reads a mark that begins with `<`. (?<! is how a pattern of a schema looks behind, and
 * no note.)
 */
static enum comment_kind opening_at(struct str text, size_t at, size_t *len)
{
    size_t sign = at + 1 + blanks_at(text, at + 1), dash = sign + 1 + blanks_at(text, sign + 1);
    bool behind = at > 0 && text.ptr[at - 1] == '?';
    if (has_at(text, sign, STR("!")) && !behind) {
        size_t dashes = dashes_at(text, dash);
        *len = dashes ? dash + dashes - at : word_at(text, at + 2) + 2;
        if (dashes)
            return COMMENT_OPENS;
        return sign == at + 1 && *len > 2 ? COMMENT_HTML : COMMENT_NONE;
    }
    *len = word_at(text, at + 2) + 2;
    if (has_at(text, at, STR("<?")) && *len > 2)
        return COMMENT_HTML;
    size_t dashes = dashes_at(text, at + 1);
    *len = 1 + dashes + 1;
    return dashes && has_at(text, at + 1 + dashes, STR("!")) ? COMMENT_OPENS : COMMENT_NONE;
}

/*
 * Whether the `>` at the reader's place ends two hyphens, or a dash that was made of them.
 * Those of the mark that was read last do not count: <!--> only opens.
 */
static bool closes_at(const struct comment_reader *reader, size_t *start)
{
    size_t at = reader->at;
    if (str_starts(str_from(reader->text, at + 1), STR(">"))) /* -->> is drawn as an arrow */
        return false;
    static const struct str ends[] = {STR_INIT("--"), STR_INIT("–"), STR_INIT("—"), STR_INIT("--!"),
                                      STR_INIT("-- ")};
    struct str before = str_slice(reader->text, reader->read, at);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(before, ends[i])) {
            *start = at - ends[i].len;
            return true;
        }
    return false;
}

/* ---- the marks of other programs ---- */

/*
 * What opens and closes a note elsewhere. Where the opening is seen in other texts, too, it
 * counts only when the note is also closed, or when it has a blank on each side.
 */
static const struct {
    struct str opening, closing;
    bool alone;  /* the opening is enough */
    bool spaced; /* a blank before, or the front of the text, and a blank after */
} pairs[COMMENT_PAIRS] = {
    {STR_INIT("{{!"), STR_INIT("}}"), .alone = true},
    {STR_INIT("{/*"), STR_INIT("*/}"), .alone = true},
    {STR_INIT("{>>"), STR_INIT("<<}"), .alone = true},
    {STR_INIT("{#"), STR_INIT("#}"), .spaced = false},
    {STR_INIT("{*"), STR_INIT("*}"), .spaced = true},
    {STR_INIT("%%"), STR_INIT("%%"), .spaced = false},
    {STR_INIT("/*"), STR_INIT("*/"), .spaced = true},
    {STR_INIT("<%"), STR_INIT("%>"), .spaced = false},
    {STR_INIT("<#--"), STR_INIT("-->"), .alone = true},
};

struct comment_reader comment_reader_of(struct str text)
{
    struct comment_reader reader = {.text = text};
    for (size_t i = 0; i < COMMENT_PAIRS; i++)
        reader.last[i] = SIZE_MAX;
    return reader;
}

static size_t find_last(struct str text, struct str what)
{
    for (size_t at = text.len; at >= what.len; at--)
        if (str_ends(str_slice(text, 0, at), what))
            return at - what.len;
    return 0;
}

/*
 * Whether the pair is closed after `from`. Where the closing mark stands last is looked up
 * once; if it were searched for from each opening, a text of openings would cost its square.
 */
static bool is_closed(struct comment_reader *reader, size_t pair, size_t from)
{
    size_t *last = &reader->last[pair];
    if (*last == SIZE_MAX)
        *last = find_last(reader->text, pairs[pair].closing);
    return *last >= from;
}

/* Whether a percent sign belongs to a number before it: 5 %% and 10 %%. */
static bool is_of_number(struct str text, size_t at)
{
    size_t end = at > 0 && text.ptr[at - 1] == ' ' ? at - 1 : at;
    return text.ptr[at] == '%' && end > 0 && ascii_is_digit(text.ptr[end - 1]);
}

/* Reads a pair at the reader's place, and passes by what is in it. */
static bool read_pair(struct comment_reader *reader, size_t pair)
{
    struct str text = reader->text;
    size_t at = reader->at, from = at + pairs[pair].opening.len;
    if (!has_at(text, at, pairs[pair].opening) || is_of_number(text, at))
        return false;
    bool spaced = (at == 0 || blank_at(text, at - 1)) && blank_at(text, from);
    bool closed = is_closed(reader, pair, from);
    if (!pairs[pair].alone && (!closed || (pairs[pair].spaced && !spaced)))
        return false;
    reader->at = from;
    if (closed)
        reader->at += str_find(str_from(text, from), pairs[pair].closing) + pairs[pair].closing.len;
    return true;
}

/* {% comment %}, {{< comment >}}, a comment of C in brackets: what stands in them says it. */
static size_t named_at(struct str text, size_t at)
{
    size_t end = at + 1;
    while (end < text.len && end - at < 6 &&
           str_find_byte(STR("{%<#- "), text.ptr[end]) != SIZE_MAX)
        end++;
    if (end == at + 1)
        return 0;
    if (has_at(text, end, STR("/*")))
        return end + 2 - at;
    return str_begins(str_from(text, end), STR("comment")) ? end + 7 - at : 0;
}

/* A line that is nothing but %% opens a note of several paragraphs. */
static bool is_lone_pair(struct str text, size_t at)
{
    return has_at(text, at, STR("%%")) && blank_before(text, at) && blank_behind(text, at + 2);
}

static struct comment_mark foreign_at(struct comment_reader *reader)
{
    struct str text = reader->text;
    size_t at = reader->at;
    struct comment_mark mark = {COMMENT_FOREIGN, str_from(text, at)};
    for (size_t i = 0; i < COMMENT_PAIRS; i++)
        if (read_pair(reader, i)) {
            mark.text.len = pairs[i].opening.len;
            return mark;
        }
    mark.text.len = text.ptr[at] == '{' ? named_at(text, at) : 0;
    if (is_lone_pair(text, at))
        mark.text.len = 2;
    reader->at = at + mark.text.len;
    return mark.text.len ? mark : (struct comment_mark){0};
}

size_t comment_definition(struct str line)
{
    static const struct str names[] = {
        STR_INIT("//"),      STR_INIT("comment"), STR_INIT("comments"), STR_INIT("kommentar"),
        STR_INIT("merknad"), STR_INIT("notat"),   STR_INIT("note"),     STR_INIT("todo")};
    size_t end = str_find(line, STR("]:"));
    if (!str_starts(line, STR("[")) || end == SIZE_MAX || end > 40)
        return 0;
    struct str name = str_slice(line, 1, end), rest = str_trim(str_from(line, end + 2));
    bool named = str_starts(rest, STR("#")) || str_starts(rest, STR("<>"));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        named |= str_same(name, names[i]);
    return named ? end + 2 : 0;
}

/* ---- reading ---- */

static struct comment_mark mark_at(struct comment_reader *reader)
{
    struct str text = reader->text;
    size_t at = reader->at, start = at, len = 0;
    if (text.ptr[at] == '>') {
        if (!closes_at(reader, &start))
            return (struct comment_mark){0};
        reader->at = at + 1;
        return (struct comment_mark){COMMENT_CLOSES, str_slice(text, start, at + 1)};
    }
    enum comment_kind kind = text.ptr[at] == '<' ? opening_at(text, at, &len) : COMMENT_NONE;
    if (kind == COMMENT_NONE)
        return foreign_at(reader);
    reader->at = at + len;
    return (struct comment_mark){kind, str_slice(text, at, at + len)};
}

struct comment_mark comment_next(struct comment_reader *reader)
{
    static const bool begins[256] = {
        ['<'] = true, ['>'] = true, ['{'] = true, ['%'] = true, ['/'] = true};
    struct str text = reader->text;
    for (size_t at = reader->at; (at = str_find_in(text, at, begins)) < text.len; at++) {
        reader->at = at;
        struct comment_mark mark = mark_at(reader);
        if (mark.kind) {
            reader->read = reader->at;
            return mark;
        }
    }
    return (struct comment_mark){0};
}

/* ---- HTML ---- */

enum comment_shape comment_shape(struct str html, size_t *at)
{
    *at = 0;
    if (!str_starts(html, STR("<!--")))
        return COMMENT_IS_NONE;
    for (size_t start = 0; start < html.len;) {
        struct str inside = str_from(html, start + 4);
        if (str_starts(inside, STR(">")) || str_starts(inside, STR("->")))
            return COMMENT_IS_SHORT;
        size_t end = str_find(inside, STR("-->"));
        size_t again =
            str_find(str_slice(inside, 0, end < inside.len ? end : inside.len), STR("<!--"));
        *at = start + 4 + again;
        if (again != SIZE_MAX)
            return COMMENT_IS_TWICE;
        *at = start;
        if (end == SIZE_MAX)
            return COMMENT_IS_OPEN;
        *at = start + 4 + end + 3;
        while (*at < html.len && ascii_is_space(html.ptr[*at]))
            ++*at;
        if (*at < html.len && !has_at(html, *at, STR("<!--")))
            return COMMENT_IS_MIXED;
        start = *at;
    }
    return COMMENT_IS_WHOLE;
}
