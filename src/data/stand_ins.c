#include "data/stand_ins.h"

bool stand_ins_exist(const struct schema *schema, struct str property)
{
    const struct schema_property *elsewhere =
        schema->stand_ins.len ? schema_property(schema, schema->stand_ins) : NULL;
    return elsewhere && schema_property(elsewhere->schema, property);
}

size_t stand_ins_least(const struct schema *schema)
{
    bool main = value_get_bool(schema->keywords, STR("x-main")) && schema->items;
    return schema->min_items ? schema->min_items : main;
}

static void put_required_name(struct json *json, struct str name)
{
    json_key(json, STR("required"));
    json_open_list(json, JSON_SPACED);
    json_put_text(json, name);
    json_close(json);
}

/* Begins a schema of one property: `"properties": { name: {`, which close_property() ends. */
static void open_property(struct json *json, struct str name)
{
    json_key(json, STR("properties"));
    json_open_map(json, JSON_SPACED);
    json_key(json, name);
    json_open_map(json, JSON_SPACED);
}

static void close_property(struct json *json)
{
    json_close(json);
    json_close(json);
}

/* Puts what the property must have itself. */
static void put_own_demand(struct json *json, const struct schema_property *property)
{
    size_t least = stand_ins_least(property->schema);
    json_open_map(json, JSON_SPACED);
    if (property->required)
        put_required_name(json, property->name);
    if (least) {
        open_property(json, property->name);
        json_put_figure(json, STR("minItems"), least);
        close_property(json);
    }
    json_close(json);
}

/* Puts that something stands in for the property. How much, JSON Schema cannot add up. */
static void put_stand_in_demand(struct json *json, struct str stand_ins, struct str name)
{
    json_open_map(json, JSON_SPACED);
    put_required_name(json, stand_ins);
    open_property(json, stand_ins);
    put_required_name(json, name);
    close_property(json);
    json_close(json);
}

static void put_either(struct json *json, const struct schema_property *property,
                       struct str stand_ins)
{
    json_open_map(json, JSON_SPACED);
    json_key(json, STR("anyOf"));
    json_open_list(json, JSON_SPACED);
    put_own_demand(json, property);
    put_stand_in_demand(json, stand_ins, property->name);
    json_close(json);
    json_close(json);
}

void stand_ins_put(struct json *json, const struct schema *schema)
{
    bool begun = false;
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        bool due = property->required || stand_ins_least(property->schema);
        if (!due || !stand_ins_exist(schema, property->name))
            continue;
        if (!begun) {
            json_key(json, STR("allOf"));
            json_open_list(json, JSON_INDENTED);
        }
        begun = true;
        put_either(json, property, schema->stand_ins);
    }
    if (begun)
        json_close(json);
}
