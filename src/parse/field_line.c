#include "parse/field_line.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/escape.h"

static size_t after_blanks(struct str text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at;
}

static bool is_blank_at(struct str text, size_t at)
{
    return at >= text.len || text.ptr[at] == ' ' || text.ptr[at] == '\t';
}

/* Returns the colon after the name of a field, or SIZE_MAX. A value in brackets has no name. */
static size_t colon_of(struct str text, size_t content)
{
    if (content == text.len || strchr("\"'[{#", text.ptr[content]))
        return SIZE_MAX;
    for (size_t at = content; at < text.len; at++) {
        if (text.ptr[at] == '#' && text.ptr[at - (at > 0)] == ' ')
            return SIZE_MAX;
        if (text.ptr[at] == ':' && is_blank_at(text, at + 1))
            return at;
    }
    return SIZE_MAX;
}

struct field_line field_line_read(struct str text)
{
    struct field_line line = {.text = text};
    line.item = line.content = after_blanks(text, 0);
    while (line.content < text.len && text.ptr[line.content] == '-' &&
           is_blank_at(text, line.content + 1))
        line.content = after_blanks(text, line.content + 1);
    line.colon = colon_of(text, line.content);
    line.value = line.colon == SIZE_MAX ? line.content : after_blanks(text, line.colon + 1);
    line.end = text.len;
    while (line.end > line.value && is_blank_at(text, line.end - 1))
        line.end--;
    return line;
}

struct str field_line_name(const struct field_line *line)
{
    return line->colon == SIZE_MAX ? STR("") : str_slice(line->text, line->content, line->colon);
}

struct str field_line_value(const struct field_line *line)
{
    return str_slice(line->text, line->value, line->end);
}

/* Whether a line begins with a word in small letters and a colon: `title: …`, `title:…`. */
static bool begins_as_field(struct str text)
{
    size_t at = 0;
    while (at < text.len && (ascii_is_alphanumeric(text.ptr[at]) || strchr("_-", text.ptr[at]) ||
                             (unsigned char)text.ptr[at] >= 0x80))
        at++;
    bool name = at > 0 && (text.ptr[0] < 'A' || text.ptr[0] > 'Z') && text.ptr[0] != '-';
    struct str colon = str_from(text, after_blanks(text, at));
    return name &&
           (str_starts(colon, STR(":")) || str_find(str_slice(text, 0, at), STR("：")) < at) &&
           !str_starts(colon, STR("://"));
}

enum line_kind field_line_kind(struct str text)
{
    if (text.len == 0)
        return LINE_BLANK;
    if (text.ptr[0] == '#')
        return LINE_COMMENT;
    if (text.ptr[0] == ' ' || text.ptr[0] == '\t' || blank_hard_len(text))
        return blank_trim(text).len ? LINE_INDENTED : LINE_BLANK;
    if (begins_as_field(text))
        return LINE_FIELD;
    return text.ptr[0] == '-' && is_blank_at(text, 1) ? LINE_ITEM : LINE_PROSE;
}

struct str field_line_quoted(struct arena *arena, struct str value)
{
    struct buf out = BUF_INIT;
    escape_yaml(&out, value);
    return buf_finish(&out, arena);
}
