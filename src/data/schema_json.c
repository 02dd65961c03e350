#include "data/schema_json.h"

#include <inttypes.h>

#include "base/escape.h"
#include "base/slug.h"
#include "plan/paths.h"

#define PARTIAL_DATE "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

struct writer {
    struct buf *out;
    const struct collection *collection;
    size_t depth;
    bool begun; /* the innermost map or list has a member */
};

static void open_with(struct writer *writer, char bracket)
{
    buf_byte(writer->out, bracket);
    writer->depth++;
    writer->begun = false;
}

static void new_line(struct writer *writer)
{
    buf_byte(writer->out, '\n');
    for (size_t i = 0; i < writer->depth; i++)
        buf_lit(writer->out, "  ");
}

static void close_with(struct writer *writer, char bracket)
{
    writer->depth--;
    if (writer->begun)
        new_line(writer);
    buf_byte(writer->out, bracket);
    writer->begun = true;
}

static void put_key(struct writer *writer, struct str key)
{
    if (writer->begun)
        buf_byte(writer->out, ',');
    new_line(writer);
    writer->begun = true;
    escape_json_string(writer->out, key);
    buf_lit(writer->out, ": ");
}

static void put_member(struct writer *writer, struct str key, struct str text)
{
    put_key(writer, key);
    escape_json_string(writer->out, text);
}

static void put_value(struct writer *writer, const struct value *value);

/* Lists in a schema are words and small numbers: they stand on one line. */
static void put_list(struct writer *writer, const struct value *list)
{
    buf_byte(writer->out, '[');
    for (size_t i = 0; i < list->list.len; i++) {
        if (i)
            buf_lit(writer->out, ", ");
        put_value(writer, list->list.items[i]);
    }
    buf_byte(writer->out, ']');
}

static void put_map(struct writer *writer, const struct value *map)
{
    open_with(writer, '{');
    for (size_t i = 0; i < map->map.len; i++) {
        put_key(writer, map->map.items[i].key);
        put_value(writer, map->map.items[i].value);
    }
    close_with(writer, '}');
}

/* A real is within a double's range (base/value.h), so 17 digits are the number itself. */
static void put_value(struct writer *writer, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL: buf_lit(writer->out, "null"); break;
    case VALUE_BOOL: buf_put(writer->out, value->boolean ? STR("true") : STR("false")); break;
    case VALUE_INT: buf_format(writer->out, "%" PRId64, value->integer); break;
    case VALUE_REAL: buf_format(writer->out, "%.17g", value->real); break;
    case VALUE_TEXT:
    case VALUE_HTML:
    case VALUE_PLAIN: escape_json_string(writer->out, value->text); break;
    case VALUE_LIST: put_list(writer, value); break;
    case VALUE_MAP: put_map(writer, value); break;
    }
}

static void put_schema(struct writer *writer, const struct schema *schema);

static void put_properties(struct writer *writer, const struct schema *schema)
{
    open_with(writer, '{');
    for (size_t i = 0; i < schema->properties.len; i++) {
        put_key(writer, schema->properties.items[i].name);
        put_schema(writer, schema->properties.items[i].schema);
    }
    close_with(writer, '}');
}

/* The ids of a vocabulary, in the order in which readers see the terms. */
static void put_terms(struct writer *writer, struct str vocabulary)
{
    const struct facet *facet = facet_of_vocabulary(&writer->collection->facets, vocabulary);
    if (!facet || facet->terms.len == 0) /* an empty enum would be no schema */
        return;
    put_key(writer, STR("enum"));
    buf_byte(writer->out, '[');
    for (size_t i = 0; i < facet->terms.len; i++) {
        if (i)
            buf_lit(writer->out, ", ");
        escape_json_string(writer->out, facet->terms.items[i]->id);
    }
    buf_byte(writer->out, ']');
}

/* A year alone is a number, unless it stands in quotes. */
static void put_partial_date(struct writer *writer, const struct schema *schema)
{
    put_key(writer, STR("type"));
    buf_lit(writer->out, "[\"string\", \"integer\"]");
    if (!schema->pattern)
        put_member(writer, STR("pattern"), STR(PARTIAL_DATE));
    put_key(writer, STR("minimum"));
    buf_lit(writer->out, "1000");
    put_key(writer, STR("maximum"));
    buf_lit(writer->out, "9999");
}

/* What the marks demand. */
static void put_marks(struct writer *writer, const struct schema *schema)
{
    struct str vocabulary = value_get_str(schema->keywords, STR("x-terms"));
    if (schema->partial_date)
        put_partial_date(writer, schema);
    if (vocabulary.len && !schema->choices)
        put_terms(writer, vocabulary);
    if (value_get_bool(schema->keywords, STR("x-entry")) && !schema->pattern)
        put_member(writer, STR("pattern"), STR(SLUG_PATTERN));
    if (value_get_bool(schema->keywords, STR("x-main")) && schema->items &&
        schema->min_items == 0) {
        put_key(writer, STR("minItems"));
        buf_byte(writer->out, '1');
    }
}

/* `$schema` is put by whoever begins, and some others by put_marks() as the marks have them. */
static bool is_said(const struct schema *schema, struct str key)
{
    bool of_date = str_eq(key, STR("type")) || str_eq(key, STR("format")) ||
                   str_eq(key, STR("minimum")) || str_eq(key, STR("maximum"));
    bool of_main = str_eq(key, STR("minItems")) && schema->min_items == 0;
    return !str_starts(key, STR("x-")) && !str_eq(key, STR("$schema")) && !of_main &&
           !(schema->partial_date && of_date);
}

static void put_keyword(struct writer *writer, const struct schema *schema,
                        const struct member *keyword)
{
    put_key(writer, keyword->key);
    if (str_eq(keyword->key, STR("properties")))
        put_properties(writer, schema);
    else if (str_eq(keyword->key, STR("items")))
        put_schema(writer, schema->items);
    else if (str_eq(keyword->key, STR("additionalProperties")))
        put_schema(writer, schema->additional);
    else
        put_value(writer, keyword->value);
}

static void put_keywords(struct writer *writer, const struct schema *schema)
{
    const struct value *keywords = schema->keywords;
    for (size_t i = 0; i < keywords->map.len; i++)
        if (is_said(schema, keywords->map.items[i].key))
            put_keyword(writer, schema, &keywords->map.items[i]);
    put_marks(writer, schema);
}

static void put_schema(struct writer *writer, const struct schema *schema)
{
    if (!schema->keywords) {
        buf_put(writer->out, schema->refuses ? STR("false") : STR("true"));
        return;
    }
    open_with(writer, '{');
    put_keywords(writer, schema);
    close_with(writer, '}');
}

static void put_address(struct writer *writer)
{
    struct arena arena;
    arena_init(&arena);
    struct str base = writer->collection->settings.base_url;
    struct str path = plan_schema_path(&arena, writer->collection);
    if (base.len && path.len)
        put_member(writer, STR("$id"), STR_JOIN(&arena, base, path));
    arena_release(&arena);
}

void schema_json_put(struct buf *out, const struct collection *collection)
{
    struct writer writer = {.out = out, .collection = collection};
    open_with(&writer, '{');
    put_member(&writer, STR("$schema"), STR("https://json-schema.org/draft/2020-12/schema"));
    put_address(&writer);
    put_keywords(&writer, collection->schema);
    close_with(&writer, '}');
    buf_byte(out, '\n');
}

void schema_output_add(struct plan *plan)
{
    plan_add_single(plan, plan_schema_path(&plan->arena, plan->collection));
}

void schema_output_put(struct buf *out, const struct output *output, const struct plan *plan,
                       struct arena *scratch)
{
    (void)output;
    (void)scratch;
    schema_json_put(out, plan->collection);
}
