#include "collection/scaffold.h"

#include <inttypes.h>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/norwegian.h"
#include "base/placeholder.h"
#include "base/utf8.h"
#include "collection/fields.h"
#include "collection/proposals.h"

enum { WIDTH = 100 }; /* of a line of comment, in characters */

struct writer {
    struct buf *out;
    const struct collection *collection;
    const struct scaffold *scaffold;
    struct str title_field;
};

bool scaffold_is_line(struct str text)
{
    enum { LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029 };
    size_t marks = 0;
    if (utf8_valid_until(text) < text.len)
        return false;
    while (text.len) {
        uint32_t rune = utf8_next(&text);
        marks = norwegian_is_mark(rune) ? marks + 1 : 0;
        if (marks > NORWEGIAN_MARKS_MAX || utf8_is_control(rune) || utf8_is_hidden(rune) ||
            rune == '\t' || rune == '\n' || rune == LINE_SEPARATOR || rune == PARAGRAPH_SEPARATOR)
            return false;
    }
    return true;
}

/*
 * Comments.
 */

/* Takes the next word off the front; line breaks are blanks like others. */
static bool next_word(struct str *rest, struct str *word)
{
    *rest = str_trim(*rest);
    size_t end = 0;
    while (end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != '\n' &&
           rest->ptr[end] != '\t')
        end++;
    *word = str_slice(*rest, 0, end);
    *rest = str_from(*rest, end);
    return end > 0;
}

/* A comment of as many lines as it needs; all but the first are indented. */
static void put_comment(struct writer *writer, struct str text)
{
    size_t column = 0;
    for (struct str word; next_word(&text, &word);) {
        size_t width = utf8_count(word);
        if (column && column + 1 + width > WIDTH) {
            buf_lit(writer->out, "\n#  ");
            column = 3;
        } else if (column == 0) {
            buf_lit(writer->out, "#");
            column = 1;
        }
        buf_byte(writer->out, ' ');
        buf_put(writer->out, word);
        column += 1 + width;
    }
    if (column)
        buf_byte(writer->out, '\n');
}

static struct str phrase(const struct writer *writer, enum language_phrase key)
{
    return language_says(writer->scaffold->language, key);
}

static void put_and_clear(struct writer *writer, struct buf *comment)
{
    put_comment(writer, buf_str(comment));
    buf_clear(comment);
}

static const struct facet *vocabulary_of(const struct writer *writer, const struct schema *schema)
{
    return facet_of_vocabulary(&writer->collection->facets,
                               value_get_str(schema->keywords, STR("x-terms")));
}

/* «Verdier: a, b, c»: the next of them, with what they are before the first. */
static void put_listed(struct writer *writer, struct buf *comment, enum language_phrase what,
                       struct str text)
{
    struct str name = phrase(writer, what);
    if (comment->len)
        buf_lit(comment, ", ");
    else
        buf_format(comment, "%.*s: ", STR_ARG(name));
    buf_put(comment, text);
}

static void put_choice(struct writer *writer, struct buf *comment, const struct value *choice)
{
    struct arena arena;
    arena_init(&arena);
    struct str text = facet_id(&arena, choice);
    if (text.len)
        put_listed(writer, comment, PHRASE_SCAFFOLD_VALUES, text);
    arena_release(&arena);
}

/* The values among which one must choose. */
static void put_values(struct writer *writer, const struct schema *schema)
{
    struct buf comment = BUF_INIT;
    const struct facet *facet = vocabulary_of(writer, schema);
    for (size_t i = 0; schema->choices && i < schema->choices->list.len; i++)
        put_choice(writer, &comment, schema->choices->list.items[i]);
    for (size_t i = 0; facet && !schema->choices && i < facet->terms.len; i++)
        put_listed(writer, &comment, PHRASE_SCAFFOLD_VALUES, facet->terms.items[i]->id);
    put_and_clear(writer, &comment);
    buf_release(&comment);
}

/* « 5–100 tegn.», « Minst 5 tegn.», « Høyst 100.»; the unit may be empty. */
static void put_range(struct writer *writer, struct buf *comment, int64_t least, int64_t most,
                      struct str unit)
{
    struct str at_least = phrase(writer, PHRASE_SCAFFOLD_AT_LEAST);
    struct str at_most = phrase(writer, PHRASE_SCAFFOLD_AT_MOST);
    if (least > 0 && most < INT64_MAX)
        buf_format(comment, " %" PRId64 "–%" PRId64, least, most);
    else if (least > 0)
        buf_format(comment, " %.*s %" PRId64, STR_ARG(at_least), least);
    else if (most < INT64_MAX)
        buf_format(comment, " %.*s %" PRId64, STR_ARG(at_most), most);
    else
        return;
    buf_format(comment, "%s%.*s.", unit.len ? " " : "", STR_ARG(unit));
}

static int64_t bound(size_t limit)
{
    return limit < INT64_MAX ? (int64_t)limit : INT64_MAX;
}

/* How much there may be of it. */
static void put_limits(struct writer *writer, struct buf *comment, const struct schema *schema)
{
    const struct schema *of_value = schema->items ? schema->items : schema;
    put_range(writer, comment, bound(schema->min_length), bound(schema->max_length),
              phrase(writer, PHRASE_SCAFFOLD_CHARACTERS));
    put_range(writer, comment, bound(schema->min_items), bound(schema->max_items),
              phrase(writer, PHRASE_SCAFFOLD_ITEMS));
    put_range(writer, comment, value_get_int(of_value->keywords, STR("minimum"), 0),
              value_get_int(of_value->keywords, STR("maximum"), INT64_MAX), STR(""));
}

/* How to write a term that the vocabulary lacks (collection/proposals.h). */
static void put_way_in(struct writer *writer, struct str field)
{
    struct str missing = phrase(writer, PHRASE_SCAFFOLD_MISSING);
    struct str name = phrase(writer, PHRASE_PROPOSED_NAME);
    struct buf comment = BUF_INIT;
    buf_format(&comment, "%.*s: " FIELD_PROPOSED ": { %.*s: [{ " FIELD_NAME ": %.*s }] }",
               STR_ARG(missing), STR_ARG(field), STR_ARG(name));
    put_and_clear(writer, &comment);
    buf_release(&comment);
}

static void put_explanation(struct writer *writer, const struct schema_property *property)
{
    const struct schema *schema = property->schema;
    struct str required = phrase(writer, PHRASE_SCAFFOLD_REQUIRED);
    struct buf comment = BUF_INIT;
    buf_put(&comment, schema->title.len ? schema->title : property->name);
    if (property->required)
        buf_format(&comment, " (%.*s)", STR_ARG(required));
    if (schema->description.len)
        buf_format(&comment, ": %.*s", STR_ARG(schema->description));
    else
        buf_byte(&comment, '.');
    put_limits(writer, &comment, schema);
    put_and_clear(writer, &comment);
    buf_release(&comment);
    put_values(writer, schema);
    if (schema->items)
        put_values(writer, schema->items);
    if (proposals_schema(writer->collection, property->name))
        put_way_in(writer, property->name);
}

/*
 * Forms: what a value looks like.
 */

static void put_quoted(struct writer *writer, struct str text)
{
    escape_json_string(writer->out, text); /* YAML reads JSON's strings */
}

/* Letters, digits, blanks and a few signs that mean nothing to YAML, and more than one word. */
static bool is_plain(struct str text)
{
    bool words = false;
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.ptr[i];
        bool letter = ascii_is_letter(byte) || (unsigned char)byte >= 0x80;
        bool inner = ascii_is_digit(byte) || str_find_byte(STR(" -,.()/+"), byte) != SIZE_MAX;
        if (!letter && !(i > 0 && inner))
            return false;
        words = words || byte == ' ';
    }
    return words;
}

/* A text with a blank or a sign that YAML gives a meaning is quoted; so is a word like `null`. */
static void put_title(struct writer *writer, struct str title)
{
    if (is_plain(title))
        buf_put(writer->out, title);
    else
        put_quoted(writer, title);
}

/* What is to be written, in a few words; the absent str when the title says it. */
static struct str hint_of(const struct writer *writer, const struct schema *schema)
{
    if (schema->choices || vocabulary_of(writer, schema))
        return phrase(writer, PHRASE_SCAFFOLD_CHOICE);
    if (value_get_bool(schema->keywords, STR("x-entry")))
        return phrase(writer, PHRASE_SCAFFOLD_ENTRY);
    switch (schema->format) {
    case SCHEMA_DATE:
        return schema->partial_date ? phrase(writer, PHRASE_SCAFFOLD_PARTIAL_DATE)
                                    : STR("2024-04-17");
    case SCHEMA_URI: return STR("https://…");
    case SCHEMA_EMAIL: return phrase(writer, PHRASE_SCAFFOLD_EMAIL);
    case SCHEMA_ANY_TEXT: break;
    }
    if (schema->types == SCHEMA_INTEGER || schema->types == SCHEMA_NUMBER)
        return phrase(writer, PHRASE_SCAFFOLD_NUMBER);
    return (struct str){0};
}

static void put_placeholder(struct writer *writer, struct str name, struct str hint)
{
    struct buf question = BUF_INIT, text = BUF_INIT;
    buf_format(&question, "%.*s%s%.*s", STR_ARG(name), hint.len ? ", " : "", STR_ARG(hint));
    placeholder_put(&text, writer->scaffold->language, buf_str(&question));
    put_quoted(writer, buf_str(&text));
    buf_release(&question);
    buf_release(&text);
}

static void put_form(struct writer *writer, const struct schema *schema, struct str name);

/* The properties that must be there, or all when none must. */
static void put_map_form(struct writer *writer, const struct schema *schema)
{
    bool begun = false;
    buf_lit(writer->out, "{ ");
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        if (!property->required && schema->required.len)
            continue;
        buf_format(writer->out, "%s%.*s: ", begun ? ", " : "", STR_ARG(property->name));
        put_form(writer, property->schema, property->name);
        begun = true;
    }
    buf_lit(writer->out, " }");
}

static void put_form(struct writer *writer, const struct schema *schema, struct str name)
{
    struct str shown = schema->title.len ? schema->title : name;
    if (schema->types == SCHEMA_ARRAY && schema->items) {
        buf_byte(writer->out, '[');
        put_form(writer, schema->items, shown);
        buf_byte(writer->out, ']');
    } else if (schema->types == SCHEMA_OBJECT && schema->properties.len) {
        put_map_form(writer, schema);
    } else if (schema->types == SCHEMA_BOOLEAN) {
        bool usual = schema->fallback && schema->fallback->boolean;
        buf_put(writer->out, usual ? STR("false") : STR("true"));
    } else {
        put_placeholder(writer, shown, hint_of(writer, schema));
    }
}

/* The optional parts of a map, or of the maps in a list, which its form leaves out. */
static void put_other_parts(struct writer *writer, const struct schema *schema)
{
    const struct schema *map = schema->items ? schema->items : schema;
    struct buf comment = BUF_INIT;
    for (size_t i = 0; map->required.len && i < map->properties.len; i++)
        if (!map->properties.items[i].required)
            put_listed(writer, &comment, PHRASE_SCAFFOLD_PARTS, map->properties.items[i].name);
    put_and_clear(writer, &comment);
    buf_release(&comment);
}

static void put_field(struct writer *writer, const struct schema_property *property)
{
    const struct scaffold *scaffold = writer->scaffold;
    struct str name = property->name;
    bool title = str_eq(name, writer->title_field);
    bool url = str_eq(name, STR(FIELD_URL)) && scaffold->url.len;
    bool order = str_eq(name, STR(FIELD_ORDER)) && scaffold->order > 0;
    bool value = str_eq(name, writer->collection->kind.sectioned) && scaffold->value.len;
    put_explanation(writer, property);
    put_other_parts(writer, property->schema);
    if (!property->required && !title && !order && !value && !url)
        buf_byte(writer->out, '#');
    buf_format(writer->out, "%.*s: ", STR_ARG(name));
    if (title && scaffold->title.len)
        put_title(writer, scaffold->title);
    else if (order)
        buf_format(writer->out, "%" PRId64, scaffold->order);
    else if (value)
        buf_put(writer->out, scaffold->value);
    else if (url)
        put_quoted(writer, scaffold->url);
    else
        put_form(writer, property->schema, name);
    buf_lit(writer->out, "\n\n");
}

static void put_question(struct writer *writer, struct str question)
{
    buf_byte(writer->out, '\n');
    placeholder_put(writer->out, writer->scaffold->language, question);
    buf_byte(writer->out, '\n');
}

static void put_section(struct writer *writer, const struct value *section)
{
    const struct value *questions = value_get(section, STR("ask"));
    buf_format(writer->out, "\n## %.*s\n", STR_ARG(value_get_str(section, STR("title"))));
    for (size_t i = 0; i < questions->list.len; i++)
        put_question(writer, value_str(questions->list.items[i]));
}

static void put_body(struct writer *writer)
{
    const struct value *sections =
        entry_sections(&writer->collection->kind, writer->scaffold->value);
    for (size_t i = 0; sections && i < sections->list.len; i++)
        put_section(writer, sections->list.items[i]);
    if (!sections || sections->list.len == 0)
        put_question(writer, phrase(writer, PHRASE_SCAFFOLD_TEXT));
}

/*
 * A new entry has no former address, and nothing is found in it yet to make an exception from;
 * each field says how to propose a term.
 */
static bool is_for_later(struct str field)
{
    return str_eq(field, STR(FIELD_ALIASES)) || str_eq(field, STR(FIELD_EXCEPTIONS)) ||
           str_eq(field, STR(FIELD_PROPOSED)) || str_eq(field, STR(FIELD_HISTORY));
}

void scaffold_put_fields(struct buf *out, const struct collection *collection,
                         const struct schema *schema, const struct scaffold *scaffold)
{
    struct writer writer = {
        .out = out,
        .collection = collection,
        .scaffold = scaffold,
        .title_field = schema == collection->schema ? STR(FIELD_TITLE) : STR(FIELD_NAME),
    };
    buf_lit(out, "---\n");
    put_comment(&writer, phrase(&writer, PHRASE_SCAFFOLD_LEAD));
    buf_byte(out, '\n');
    for (size_t i = 0; i < schema->properties.len; i++)
        if (!is_for_later(schema->properties.items[i].name))
            put_field(&writer, &schema->properties.items[i]);
    out->len--; /* no empty line before the fence */
    buf_lit(out, "---\n");
}

void scaffold_put(struct buf *out, const struct collection *collection,
                  const struct scaffold *scaffold)
{
    struct writer writer = {.out = out, .collection = collection, .scaffold = scaffold};
    scaffold_put_fields(out, collection, collection->schema, scaffold);
    put_body(&writer);
}
