#include <stdint.h>

#include "base/ascii.h"
#include "base/date.h"
#include "base/escape.h"
#include "schema/schema_parts.h"

/*
 * In YAML a number sign after a blank begins a comment (YAML 1.2.2, 6.6), so that of
 * `title: Kake nr. 4 #bakst` only «Kake nr. 4» is left. After a value that is complete in
 * itself, such as an id or a year, people mean a comment; after a free text they may not know
 * that it is one.
 */

/* Whether the schema asks for a text in the writer's own words. */
static bool is_free(const struct schema *schema)
{
    static const struct str marks[] = {STR_INIT("x-terms"), STR_INIT("x-entry")};
    if (schema->types != SCHEMA_STRING || schema->choices || schema->constant || schema->format ||
        schema->pattern)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (value_get(schema->keywords, marks[i]))
            return false;
    return true;
}

/* Whether a text is one word as ids are: small letters, digits and hyphens. */
static bool is_id(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]) && text.ptr[i] != '-' &&
            (text.ptr[i] < 'a' || text.ptr[i] > 'z'))
            return false;
    return true;
}

/* Whether a text is complete in itself: a number, a date, an id, or an address without blanks. */
static bool is_complete(struct str text)
{
    struct value number = {.kind = VALUE_PLAIN, .text = text};
    struct date date;
    bool path = str_find_byte(text, '/') != SIZE_MAX && str_find_byte(text, ' ') == SIZE_MAX;
    return path || is_id(text) || date_parse(text, &date) || value_settle(&number, VALUE_REAL);
}

/* Returns what follows a value on its line, from the number sign; the absent str if none does. */
static struct str comment_after(const struct value *value)
{
    const struct source *source = value->span.source;
    struct str none = {0};
    if (!source)
        return none;
    struct str rest = str_from(source->text, value->span.end);
    size_t at = 0;
    while (at < rest.len && (rest.ptr[at] == ' ' || rest.ptr[at] == '\t'))
        at++;
    if (at == 0 || at == rest.len || rest.ptr[at] != '#')
        return none;
    size_t end = str_find_byte(rest, '\n');
    return str_trim(str_slice(rest, at, end == SIZE_MAX ? rest.len : end));
}

/* `title: #bakst`, without a blank after the sign, has nothing left of the text. */
static struct str cut_off(const struct schema *schema, const struct value *value)
{
    bool empty = value->kind == VALUE_PLAIN && value->text.len == 0;
    bool text = value->kind == VALUE_TEXT && value->text.len && !is_complete(value->text);
    struct str comment = is_free(schema) && (text || empty) ? comment_after(value) : STR("");
    return empty && (comment.len < 2 || comment.ptr[1] == ' ') ? STR("") : comment;
}

struct str schema_uncut(struct arena *arena, const struct schema *schema, const struct value *value)
{
    struct str comment = cut_off(schema, value);
    if (!comment.len)
        return STR("");
    const struct source *source = value->span.source;
    size_t sign = (size_t)(comment.ptr - source->text.ptr), end = sign + comment.len;
    struct str whole = str_slice(source->text, value->text.len ? value->span.start : sign, end);
    char first = source->text.ptr[value->span.start];
    if (str_find_byte(whole, '\n') != SIZE_MAX || first == '"' || first == '\'')
        return STR("");
    struct buf out = BUF_INIT;
    escape_yaml(&out, whole);
    return buf_finish(&out, arena);
}

void schema_check_cut(struct schema_checker *checker, const struct schema *schema,
                      const struct value *value, const struct schema_trail *at)
{
    struct str comment = cut_off(schema, value);
    if (comment.len)
        schema_tell_field(
            checker, SCHEMA_RULE_TEXT_CUT, at, source_span_of(value->span.source, comment),
            (struct detail){.args[1] = schema_show(checker->arena, value),
                            .suggestion = schema_uncut(checker->arena, schema, value)});
}
