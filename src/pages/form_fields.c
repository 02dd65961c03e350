#include "collection/fields.h"
#include "collection/proposals.h"
#include "pages/form.h"
#include "pages/form_parts.h"
#include "pages/values.h"

const char form_control_shape[] =
    "name title description required? type keyboard partial? tick? choice? entry? long? line? "
    "options[value text usual? summary] options_any? explained[text summary] explained_any? "
    "min_length max_length pattern minimum maximum";
const char form_field_shape[] =
    "@control single? set? group? list? maps? unique? noun min_items max_items "
    "parts[@control] proposal{name of maps? parts[@control]}";

/* A text that may be longer than this gets a box of several lines. */
enum { LINE_MAX_LENGTH = 150 };

/*
 * Values to choose among.
 */

static void add_option(struct form_maker *maker, struct value *options, struct str value,
                       struct str text, struct str summary, bool usual)
{
    struct value *option = value_map(maker->arena);
    values_text(maker->arena, option, STR("value"), value);
    values_text(maker->arena, option, STR("text"), text.len ? text : value);
    form_put_text(maker, option, STR("summary"), summary);
    if (usual)
        form_put_true(maker, option, STR("usual"));
    value_add(maker->arena, options, option);
}

static void add_term(struct form_maker *maker, struct value *options, const struct term *term)
{
    add_option(maker, options, term->id, label_text(term->label, maker->language), term->summary,
               false);
}

static struct value *options_of(struct form_maker *maker, const struct schema *schema)
{
    struct value *options = value_list(maker->arena);
    const struct facet *facet = facet_of_vocabulary(
        &maker->collection->facets, value_get_str(schema->keywords, STR("x-terms")));
    for (size_t i = 0; schema->choices && i < schema->choices->list.len; i++) {
        struct str value = facet_id(maker->arena, schema->choices->list.items[i]);
        if (value.len)
            add_option(maker, options, value, form_label(maker, schema, value),
                       form_summary(schema, value),
                       schema->fallback && str_eq(value, facet_id(maker->arena, schema->fallback)));
    }
    for (size_t i = 0; facet && !schema->choices && i < facet->terms.len; i++)
        add_term(maker, options, facet->terms.items[i]);
    return options;
}

/* Puts what the values among which one chooses mean, where something says it. */
static void put_explained(struct form_maker *maker, struct value *map, const struct value *options)
{
    struct value *explained = value_list(maker->arena);
    for (size_t i = 0; i < options->list.len; i++) {
        const struct value *option = options->list.items[i];
        struct str summary = value_get_str(option, STR("summary"));
        if (summary.len == 0)
            continue;
        struct value *item = value_map(maker->arena);
        values_text(maker->arena, item, STR("text"), value_get_str(option, STR("text")));
        values_text(maker->arena, item, STR("summary"), summary);
        value_add(maker->arena, explained, item);
    }
    form_put_list(maker, map, STR("explained"), explained);
}

/*
 * Controls: what one value is written in.
 */

struct str form_type(const struct schema *schema)
{
    if (schema->types == SCHEMA_BOOLEAN)
        return STR("boolean");
    if (schema->types == SCHEMA_INTEGER)
        return STR("integer");
    if (schema->types & SCHEMA_NUMBER)
        return STR("number");
    switch (schema->format) {
    case SCHEMA_DATE: return schema->partial_date ? STR("partial-date") : STR("date");
    case SCHEMA_URI: return STR("uri");
    case SCHEMA_EMAIL: return STR("email");
    case SCHEMA_ANY_TEXT: break;
    }
    return STR("text");
}

/*
 * Returns the `inputmode` of a type, by which a phone chooses its keyboard; absent:
 * the usual one.
 */
static struct str keyboard_of(struct str type)
{
    static const struct {
        struct str type, keyboard;
    } keyboards[] = {{STR_INIT("integer"), STR_INIT("numeric")},
                     {STR_INIT("number"), STR_INIT("decimal")},
                     {STR_INIT("uri"), STR_INIT("url")},
                     {STR_INIT("email"), STR_INIT("email")}};
    for (size_t i = 0; i < sizeof keyboards / sizeof *keyboards; i++)
        if (str_eq(keyboards[i].type, type))
            return keyboards[i].keyboard;
    return (struct str){0};
}

static void put_number(struct form_maker *maker, struct value *map, const struct schema *schema,
                       struct str name)
{
    const struct value *limit = value_get(schema->keywords, name);
    if (limit && limit->kind == VALUE_INT)
        value_put(maker->arena, map, name, value_int(maker->arena, limit->integer));
}

static void put_control_limits(struct form_maker *maker, struct value *map,
                               const struct schema *schema)
{
    form_put_limit(maker, map, STR("min_length"), schema->min_length);
    form_put_limit(maker, map, STR("max_length"), schema->max_length);
    form_put_text(maker, map, STR("pattern"), schema->pattern_text);
    put_number(maker, map, schema, STR("minimum"));
    put_number(maker, map, schema, STR("maximum"));
}

/* Puts which kind of control it is: exactly one of tick, choice, entry, long and line is true. */
static void put_kind(struct form_maker *maker, struct value *map, const struct schema *schema)
{
    struct value *options = options_of(maker, schema);
    struct str type = form_type(schema);
    form_put_text(maker, map, STR("type"), type);
    if (schema->types == SCHEMA_BOOLEAN)
        form_put_true(maker, map, STR("tick"));
    else if (options->list.len)
        form_put_true(maker, map, STR("choice"));
    else if (value_get_bool(schema->keywords, STR("x-entry")))
        form_put_true(maker, map, STR("entry"));
    else if (schema->max_length > LINE_MAX_LENGTH && schema->max_length < SIZE_MAX)
        form_put_true(maker, map, STR("long"));
    else
        form_put_true(maker, map, STR("line"));
    form_put_text(maker, map, STR("keyboard"), keyboard_of(type));
    if (str_starts(type, STR("partial")))
        form_put_true(maker, map, STR("partial"));
    form_put_list(maker, map, STR("options"), options);
}

static void put_control_names(struct form_maker *maker, struct value *map, struct str name,
                              const struct schema *schema)
{
    values_text(maker->arena, map, STR("name"), name);
    values_text(maker->arena, map, STR("title"), schema->title.len ? schema->title : name);
    form_put_text(maker, map, STR("description"), schema->description);
}

static struct value *control_value(struct form_maker *maker, const struct schema_property *property)
{
    struct value *map = value_map(maker->arena);
    put_control_names(maker, map, property->name, property->schema);
    if (property->required)
        form_put_true(maker, map, STR("required"));
    put_control_limits(maker, map, property->schema);
    put_kind(maker, map, property->schema);
    if (property->name.len) /* of the items of a list it stands beside the list, once */
        put_explained(maker, map, value_get(map, STR("options")));
    return map;
}

/*
 * Fields: one control, boxes to tick, a group of controls, or a list of rows.
 */

static struct value *controls_of(struct form_maker *maker, const struct schema *schema)
{
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; i < schema->properties.len; i++)
        value_add(maker->arena, parts, control_value(maker, &schema->properties.items[i]));
    return parts;
}

/* Returns the controls in a row of a list: one for each part of a map, or one without a name. */
static struct value *row_of(struct form_maker *maker, const struct schema_property *list)
{
    const struct schema *items = list->schema->items;
    if (items->types == SCHEMA_OBJECT)
        return controls_of(maker, items);
    struct value *parts = value_list(maker->arena);
    struct value *only = control_value(maker, &(struct schema_property){.schema = items});
    if (items->title.len == 0)
        values_text(maker->arena, only, STR("title"), list->schema->title);
    value_add(maker->arena, parts, only);
    return parts;
}

/* Returns what one item is called: the title of `items` in the schema, or the facet's noun. */
static struct str noun_of(struct form_maker *maker, const struct schema *list)
{
    const struct value *browse = value_get(list->keywords, STR("x-browse"));
    if (list->items->title.len)
        return list->items->title;
    return label_noun(value_get(browse, STR("name")), maker->language, 1);
}

static void put_rows(struct form_maker *maker, struct value *map,
                     const struct schema_property *list)
{
    const struct schema *schema = list->schema;
    bool main = value_get_bool(schema->keywords, STR("x-main"));
    if (schema->items->choices && schema->unique_items && !main) {
        form_put_true(maker, map, STR("set"));
        form_put_list(maker, map, STR("options"), options_of(maker, schema->items));
    } else {
        form_put_true(maker, map, STR("list"));
        value_put(maker->arena, map, STR("parts"), row_of(maker, list));
        put_explained(maker, map, options_of(maker, schema->items));
        form_put_text(maker, map, STR("noun"), noun_of(maker, schema));
        if (schema->items->types == SCHEMA_OBJECT)
            form_put_true(maker, map, STR("maps"));
    }
    form_put_limit(maker, map, STR("min_items"),
                   main && !schema->min_items ? 1 : schema->min_items);
    form_put_limit(maker, map, STR("max_items"), schema->max_items);
    if (schema->unique_items)
        form_put_true(maker, map, STR("unique"));
}

/* Puts rows for what the vocabulary of a field lacks (collection/proposals.h), if it has one. */
static void put_proposal(struct form_maker *maker, struct value *map, struct str field)
{
    const struct schema *list = proposals_schema(maker->collection, field);
    if (!list)
        return;
    struct value *proposal = value_map(maker->arena);
    values_text(maker->arena, proposal, STR("name"),
                STR_JOIN(maker->arena, STR(FIELD_PROPOSED "."), field));
    values_text(maker->arena, proposal, STR("of"), field);
    form_put_true(maker, proposal, STR("maps"));
    value_put(maker->arena, proposal, STR("parts"), controls_of(maker, list->items));
    value_put(maker->arena, map, STR("proposal"), proposal);
}

static struct value *field_value(struct form_maker *maker, const struct schema_property *property)
{
    const struct schema *schema = property->schema;
    if (schema->types != SCHEMA_ARRAY && schema->types != SCHEMA_OBJECT) {
        struct value *single = control_value(maker, property);
        form_put_true(maker, single, STR("single"));
        put_proposal(maker, single, property->name);
        return single;
    }
    struct value *map = value_map(maker->arena);
    put_control_names(maker, map, property->name, schema);
    if (property->required)
        form_put_true(maker, map, STR("required"));
    if (schema->types == SCHEMA_OBJECT) {
        form_put_true(maker, map, STR("group"));
        value_put(maker->arena, map, STR("parts"), controls_of(maker, schema));
    } else if (schema->items) {
        put_rows(maker, map, property);
    }
    put_proposal(maker, map, property->name);
    return map;
}

/* Makes the field of the folder, which is not written in the file but decides where it is put. */
static struct value *folder_field(struct form_maker *maker)
{
    const struct facet *folders = collection_folders(maker->collection);
    struct value *map = value_map(maker->arena), *options = value_list(maker->arena);
    const struct value *mark = value_get(maker->collection->schema->keywords, STR("x-folder"));
    for (size_t i = 0; i < folders->terms.len; i++)
        add_term(maker, options, folders->terms.items[i]);
    values_text(maker->arena, map, STR("name"), folders->field);
    values_text(maker->arena, map, STR("title"), marks_folder_name(mark, folders, maker->language));
    form_put_text(maker, map, STR("description"), value_get_str(mark, STR("description")));
    form_put_true(maker, map, STR("required"));
    form_put_true(maker, map, STR("single"));
    form_put_true(maker, map, STR("choice"));
    form_put_list(maker, map, STR("options"), options);
    put_explained(maker, map, options);
    return map;
}

static bool is_left_out(const struct schema *schema)
{
    const struct value *mark = value_get(schema->keywords, STR("x-form"));
    return mark && !mark->boolean;
}

void form_put_fields(struct form_maker *maker, struct value *form)
{
    const struct schema_properties *properties = &maker->collection->schema->properties;
    struct value *fields = value_list(maker->arena), *more = value_list(maker->arena);
    value_add(maker->arena, fields, folder_field(maker));
    for (size_t i = 0; i < properties->len; i++)
        if (!is_left_out(properties->items[i].schema))
            value_add(maker->arena, properties->items[i].required ? fields : more,
                      field_value(maker, &properties->items[i]));
    value_put(maker->arena, form, STR("fields"), fields);
    form_put_list(maker, form, STR("more"), more);
}
