#include "data/schema_json.h"

#include <inttypes.h>

#include "base/json.h"
#include "base/slug.h"
#include "data/stand_ins.h"
#include "data/tree_json.h"
#include "plan/paths.h"

#define PARTIAL_DATE "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

struct schema_writer {
    struct json json;
    const struct collection *collection; /* has the terms that marks refer to */
};

/* `alone`: nothing stands in for its values, so it says itself how many there must be. */
static void put_subschema(struct schema_writer *writer, const struct schema *schema, bool alone);

static void put_properties(struct schema_writer *writer, const struct schema *schema)
{
    json_open_map(&writer->json, JSON_INDENTED);
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        json_key(&writer->json, property->name);
        put_subschema(writer, property->schema, !stand_ins_exist(schema, property->name));
    }
    json_close(&writer->json);
}

/* Puts the names that are required, but for those that stand_ins_put() puts. */
static void put_required(struct schema_writer *writer, const struct schema *schema)
{
    json_open_list(&writer->json, JSON_SPACED);
    for (size_t i = 0; i < schema->required.len; i++)
        if (!stand_ins_exist(schema, schema->required.items[i]))
            json_put_text(&writer->json, schema->required.items[i]);
    json_close(&writer->json);
}

/* Puts the ids of a vocabulary as an enum, in the order in which readers see the terms. */
static void put_terms(struct schema_writer *writer, struct str vocabulary)
{
    const struct facet *facet = facet_of_vocabulary(&writer->collection->facets, vocabulary);
    if (!facet || facet->terms.len == 0) /* JSON Schema has no empty enum */
        return;
    json_key(&writer->json, STR("enum"));
    json_open_list(&writer->json, JSON_SPACED);
    for (size_t i = 0; i < facet->terms.len; i++)
        json_put_text(&writer->json, facet->terms.items[i]->id);
    json_close(&writer->json);
}

/* Puts what a partial date must be. In YAML a year alone is a number, unless it is quoted. */
static void put_partial_date(struct schema_writer *writer, const struct schema *schema)
{
    struct json *json = &writer->json;
    json_key(json, STR("type"));
    json_open_list(json, JSON_SPACED);
    json_put_text(json, STR("string"));
    json_put_text(json, STR("integer"));
    json_close(json);
    if (!schema->pattern)
        json_put_member(json, STR("pattern"), STR(PARTIAL_DATE));
    json_put_figure(json, STR("minimum"), 1000);
    json_put_figure(json, STR("maximum"), 9999);
}

/* Puts what the marks demand, in the standard's keywords. */
static void put_marks(struct schema_writer *writer, const struct schema *schema, bool alone)
{
    struct str vocabulary = value_get_str(schema->keywords, STR("x-terms"));
    if (schema->partial_date)
        put_partial_date(writer, schema);
    if (vocabulary.len && !schema->choices)
        put_terms(writer, vocabulary);
    if (value_get_bool(schema->keywords, STR("x-entry")) && !schema->pattern)
        json_put_member(&writer->json, STR("pattern"), STR(SLUG_PATTERN));
    if (alone && stand_ins_least(schema))
        json_put_figure(&writer->json, STR("minItems"), stand_ins_least(schema));
}

/*
 * Whether a keyword is put as it stands. `$schema` is put at the very beginning, and
 * put_marks() puts others as the marks demand.
 */
static bool is_said(const struct schema *schema, struct str key)
{
    bool of_date = str_eq(key, STR("type")) || str_eq(key, STR("format")) ||
                   str_eq(key, STR("minimum")) || str_eq(key, STR("maximum"));
    return !str_starts(key, STR("x-")) && !str_eq(key, STR("$schema")) &&
           !str_eq(key, STR("minItems")) && !(schema->partial_date && of_date);
}

static void put_keyword(struct schema_writer *writer, const struct schema *schema,
                        const struct member *keyword)
{
    json_key(&writer->json, keyword->key);
    if (str_eq(keyword->key, STR("properties")))
        put_properties(writer, schema);
    else if (str_eq(keyword->key, STR("required")))
        put_required(writer, schema);
    else if (str_eq(keyword->key, STR("items")))
        put_subschema(writer, schema->items, true);
    else if (str_eq(keyword->key, STR("additionalProperties")))
        put_subschema(writer, schema->additional, true);
    else
        tree_json_put(&writer->json, keyword->value, JSON_SPACED, JSON_INDENTED);
}

static void put_keywords(struct schema_writer *writer, const struct schema *schema, bool alone)
{
    const struct value *keywords = schema->keywords;
    for (size_t i = 0; i < keywords->map.len; i++)
        if (is_said(schema, keywords->map.items[i].key))
            put_keyword(writer, schema, &keywords->map.items[i]);
    put_marks(writer, schema, alone);
    stand_ins_put(&writer->json, schema);
}

static void put_subschema(struct schema_writer *writer, const struct schema *schema, bool alone)
{
    if (!schema->keywords) {
        json_put_bool(&writer->json, !schema->refuses);
        return;
    }
    json_open_map(&writer->json, JSON_INDENTED);
    put_keywords(writer, schema, alone);
    json_close(&writer->json);
}

static void put_schema_id(struct schema_writer *writer)
{
    struct arena arena;
    arena_init(&arena);
    struct str base = writer->collection->settings.base_url;
    struct str path = plan_schema_path(&arena, writer->collection);
    if (base.len && path.len)
        json_put_member(&writer->json, STR("$id"), STR_JOIN(&arena, base, path));
    arena_release(&arena);
}

void schema_json_put(struct buf *out, const struct collection *collection)
{
    struct schema_writer writer = {json_into(out), collection};
    json_open_map(&writer.json, JSON_INDENTED);
    json_put_member(&writer.json, STR("$schema"),
                    STR("https://json-schema.org/draft/2020-12/schema"));
    put_schema_id(&writer);
    put_keywords(&writer, collection->schema, true);
    json_close(&writer.json);
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
