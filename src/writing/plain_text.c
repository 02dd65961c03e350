#include "writing/plain_text.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/blank.h"
#include "base/value.h"
#include "writing/mark_forms.h"
#include "writing/rules.h"
#include "writing/words.h"

static bool is_letter_at(struct str text, size_t at)
{
    return at < text.len &&
           (ascii_is_alphanumeric(text.ptr[at]) || (unsigned char)text.ptr[at] >= 0x80);
}

/* How many of the sign at `at` stand side by side. */
static size_t run_at(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.ptr[end] == text.ptr[at])
        end++;
    return end - at;
}

/*
 * Each of these looks at a sign and returns the offset after the markup that begins there, or 0.
 */

/* `*ord*`, `**ord**`, `_ord_`: as many signs on both sides, no letter outside and no blank inside.
 */
static size_t emphasis_end(struct str text, size_t at)
{
    size_t len = run_at(text, at);
    bool within = at > 0 && is_letter_at(text, at - 1);
    bool power = at > 0 && ascii_is_digit(text.ptr[at - 1]) && at + len < text.len &&
                 ascii_is_digit(text.ptr[at + len]);
    if (len > 3 || blank_at(text, at + len) || (within && len == 1) || power)
        return 0;
    for (size_t i = at + len; i < text.len; i++) {
        if (text.ptr[i] != text.ptr[at] || text.ptr[i - 1] == '\\')
            continue;
        size_t closing = run_at(text, i);
        bool inside = is_letter_at(text, i + closing) && len == 1;
        if (closing == len && !ascii_is_space(text.ptr[i - 1]) && !inside)
            return i + closing;
        i += closing - 1;
    }
    return 0;
}

static size_t code_end(struct str text, size_t at)
{
    size_t next = str_find_byte(str_from(text, at + 1), '`');
    return next == SIZE_MAX || next == 0 ? 0 : at + 1 + next + 1;
}

/* How a text goes on after `[ord]` when that was meant as a link. */
static bool goes_on_as_link(struct str text)
{
    size_t label = 1;
    while (label < text.len && ascii_is_digit(text.ptr[label]))
        label++;
    return str_starts(text, STR("(")) || str_starts(text, STR(" (http")) ||
           (str_starts(text, STR("[")) && str_starts(str_from(text, label), STR("]")));
}

/*
 * `[ord](adresse)`, `[ord] (https://…)`, `[ord][1]`, also with a picture's `!` before it, which
 * is passed over. [1][2] are two references.
 */
static size_t link_end(struct str text, size_t at)
{
    size_t len = str_find_byte(str_from(text, at), ']');
    struct str rest = len == SIZE_MAX ? STR("") : str_from(text, at + len + 1);
    bool number = len > 1 && len != SIZE_MAX && ascii_is_digit(text.ptr[at + 1]);
    if (!goes_on_as_link(rest) || (number && rest.ptr[0] == '['))
        return 0;
    size_t end = str_find_byte(rest, rest.ptr[0] == '[' ? ']' : ')');
    return end == SIZE_MAX ? 0 : at + len + 1 + end + 1;
}

/* An entity: `&amp;`, `&#229;`, `&#xE5;`. */
static size_t entity_end(struct str text, size_t at)
{
    enum { NAME_MIN = 2, NAME_MAX = 7 };
    size_t i = at + 1;
    bool number = i < text.len && text.ptr[i] == '#';
    size_t start = i += number;
    while (i < text.len && ascii_is_alphanumeric(text.ptr[i]))
        i++;
    size_t len = i - start;
    bool name = len >= (number ? 1 : NAME_MIN) && len <= NAME_MAX;
    return name && i < text.len && text.ptr[i] == ';' ? i + 1 : 0;
}

/* A tag of HTML that people write in a text: `<b>`, `</b>`, `<br/>`, `<a href="…">`. */
static size_t tag_end(struct str text, size_t at)
{
    static const char *const names[] = {
        "a",   "abbr", "b",     "blockquote", "br",  "center", "cite", "code",  "del",  "div",
        "em",  "font", "h1",    "h2",         "h3",  "h4",     "hr",   "i",     "img",  "ins",
        "li",  "mark", "ol",    "p",          "pre", "q",      "s",    "small", "span", "strong",
        "sub", "sup",  "table", "td",         "tr",  "u",      "ul"};
    size_t start = at + 1 + (at + 1 < text.len && text.ptr[at + 1] == '/'), i = start;
    while (i < text.len && ascii_is_alphanumeric(text.ptr[i]))
        i++;
    struct str name = str_slice(text, start, i);
    size_t end = str_find_byte(str_from(text, i), '>');
    if (end == SIZE_MAX || (i < text.len && !strchr(" />", text.ptr[i])))
        return 0;
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
        if (str_same(name, str_of(names[k])))
            return i + end + 1;
    return 0;
}

/* `<https://…>`, which Markdown makes a link of. */
static size_t autolink_end(struct str text, size_t at)
{
    struct str rest = str_from(text, at + 1);
    size_t end = str_find_byte(rest, '>');
    bool blank = end != SIZE_MAX && str_find_byte(str_slice(rest, 0, end), ' ') != SIZE_MAX;
    bool link = str_begins(rest, STR("http")) || str_begins(rest, STR("mailto:"));
    return link && !blank && end != SIZE_MAX ? at + 1 + end + 1 : 0;
}

/* A backslash before a sign of Markdown's, which is to take its meaning away, is shown, too. */
static size_t escape_end(struct str text, size_t at)
{
    bool sign = at + 1 < text.len && strchr("*_[]#<>`", text.ptr[at + 1]);
    return sign ? at + 2 : 0;
}

/* The number signs of a heading, at the front. */
static size_t heading_end(struct str text, size_t at)
{
    size_t len = run_at(text, at);
    return at == 0 && len <= 6 && len < text.len && text.ptr[len] == ' ' ? len : 0;
}

static size_t own_end(struct str text, size_t at)
{
    switch (text.ptr[at]) {
    case '*':
    case '_': return emphasis_end(text, at);
    case '`': return code_end(text, at);
    case '[': return link_end(text, at);
    case '&': return entity_end(text, at);
    case '<': {
        size_t end = tag_end(text, at);
        return end ? end : autolink_end(text, at);
    }
    case '#': return heading_end(text, at);
    case '\\': return escape_end(text, at);
    default: return 0;
    }
}

/* Whole pieces are shown rather than the marks within them, which mark_forms.h has. */
static size_t markup_end(struct str text, size_t at)
{
    size_t end = own_end(text, at), len = end ? 0 : mark_in_field(text, at);
    return len ? at + len : end;
}

/* A field is short, but it may be 64 KiB of signs: then the rest of it is not looked at. */
enum { SIGNS_MAX = 200 };

bool plain_text_find(struct str text, size_t *start, size_t *end)
{
    static const bool is_sign[256] = {
        ['*'] = true, ['_'] = true, ['`'] = true, ['['] = true, [']'] = true,  ['&'] = true,
        ['<'] = true, ['#'] = true, ['~'] = true, ['='] = true, ['\\'] = true, ['^'] = true,
        ['!'] = true, ['{'] = true, [':'] = true, ['|'] = true, ['$'] = true};
    size_t signs = 0;
    for (size_t i = 0; (i = str_find_in(text, i, is_sign)) < text.len && signs < SIGNS_MAX; i++) {
        signs++;
        *start = i;
        *end = markup_end(text, i);
        if (*end)
            return true;
        if (text.ptr[i] == '*' || text.ptr[i] == '_')
            i += run_at(text, i) - 1;
    }
    return false;
}

/* Addresses have such signs of their own. */
static bool is_address(struct str text)
{
    size_t letters = 0;
    while (letters < text.len && ascii_is_letter(text.ptr[letters]))
        letters++;
    return letters && str_starts(str_from(text, letters), STR("://")) &&
           str_find_byte(text, ' ') == SIZE_MAX;
}

static void check_value(const struct value *value, struct diags *diags)
{
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->list.len; i++)
        check_value(value->list.items[i], diags);
    for (size_t i = 0; value->kind == VALUE_MAP && i < value->map.len; i++)
        check_value(value->map.items[i].value, diags);
    size_t start, end;
    struct str text = value->kind == VALUE_TEXT ? value->text : (struct str){0};
    if (!text.len || value->faulty || is_address(text) || !plain_text_find(text, &start, &end))
        return;
    struct str found = str_slice(text, start, end);
    struct span span = value->span;
    struct str written = str_slice(span.source->text, span.start, span.end);
    size_t at = str_find(written, found);
    if (at != SIZE_MAX)
        span = source_span(span.source, span.start + at, span.start + at + found.len);
    writing_tell(diags, WRITING_FIELD_MARKUP, span,
                 (struct detail){.args = {words_quoted(&diags->arena, found)}});
}

void plain_text_check(const struct value *fields, struct diags *diags)
{
    for (size_t i = 0; fields && i < fields->map.len; i++)
        if (!str_eq(fields->map.items[i].key, STR("exceptions"))) /* no page shows them */
            check_value(fields->map.items[i].value, diags);
}
