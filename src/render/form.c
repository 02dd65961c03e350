#include "render/form.h"

#include "base/buf.h"
#include "model/placeholder.h"
#include "model/scaffold.h"
#include "parse/address.h"
#include "parse/gate.h"

/* A text that may be longer gets room for several lines. */
enum { LINE_MAX_LENGTH = 150 };

struct maker {
    struct arena *arena;
    const struct collection *collection;
    struct str language;
};

static void put_text(struct maker *maker, struct value *map, struct str name, struct str text)
{
    if (text.len)
        view_text(maker->arena, map, name, text);
}

static void put_true(struct maker *maker, struct value *map, struct str name)
{
    value_put(maker->arena, map, name, value_bool(maker->arena, true));
}

static void put_list(struct maker *maker, struct value *map, struct str name, struct value *list)
{
    value_put(maker->arena, map, name, list);
    view_any(maker->arena, map, name, list);
}

/* A limit that is none is not put. */
static void put_limit(struct maker *maker, struct value *map, struct str name, size_t limit)
{
    if (limit > 0 && limit < SIZE_MAX)
        value_put(maker->arena, map, name, value_int(maker->arena, (int64_t)limit));
}

/*
 * Values to choose among.
 */

static void add_option(struct maker *maker, struct value *options, struct str value,
                       struct str text, bool usual)
{
    struct value *option = value_map(maker->arena);
    view_text(maker->arena, option, STR("value"), value);
    view_text(maker->arena, option, STR("text"), text.len ? text : value);
    if (usual)
        put_true(maker, option, STR("usual"));
    value_add(maker->arena, options, option);
}

/* What readers see in the place of a value of enum. */
static struct str label_of(struct maker *maker, const struct schema *schema, struct str value)
{
    const struct value *label = value_get(value_get(schema->marks, STR("x-values")), value);
    if (!label)
        label = value_get(value_get(schema->marks, STR("x-labels")), value);
    return label_text(label, maker->language);
}

static struct value *options_of(struct maker *maker, const struct schema *schema)
{
    struct value *options = value_list(maker->arena);
    const struct facet *facet = facet_of_vocabulary(&maker->collection->facets,
                                                    value_get_str(schema->marks, STR("x-terms")));
    for (size_t i = 0; schema->choices && i < schema->choices->list.len; i++) {
        struct str value = value_str(schema->choices->list.items[i]);
        if (value.len)
            add_option(maker, options, value, label_of(maker, schema, value),
                       schema->fallback && str_eq(value, value_str(schema->fallback)));
    }
    for (size_t i = 0; facet && !schema->choices && i < facet->terms.len; i++)
        add_option(maker, options, facet->terms.items[i]->id,
                   label_text(facet->terms.items[i]->names, maker->language), false);
    return options;
}

/*
 * Controls: what one value is written in.
 */

static struct str type_of(const struct schema *schema)
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

/* What a telephone shows to write it with. */
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

static void put_number(struct maker *maker, struct value *map, const struct schema *schema,
                       struct str name)
{
    const struct value *limit = value_get(schema->marks, name);
    if (limit && limit->kind == VALUE_INT)
        value_put(maker->arena, map, name, value_int(maker->arena, limit->integer));
}

static void put_limits(struct maker *maker, struct value *map, const struct schema *schema)
{
    put_limit(maker, map, STR("min_length"), schema->min_length);
    put_limit(maker, map, STR("max_length"), schema->max_length);
    put_text(maker, map, STR("pattern"), schema->pattern_text);
    put_number(maker, map, schema, STR("minimum"));
    put_number(maker, map, schema, STR("maximum"));
}

/* Which kind of control: exactly one of the truths is put. */
static void put_kind(struct maker *maker, struct value *map, const struct schema *schema)
{
    struct value *options = options_of(maker, schema);
    struct str type = type_of(schema);
    put_text(maker, map, STR("type"), type);
    if (schema->types == SCHEMA_BOOLEAN)
        put_true(maker, map, STR("tick"));
    else if (options->list.len)
        put_true(maker, map, STR("choice"));
    else if (value_get_bool(schema->marks, STR("x-entry")))
        put_true(maker, map, STR("entry"));
    else if (schema->max_length > LINE_MAX_LENGTH && schema->max_length < SIZE_MAX)
        put_true(maker, map, STR("long"));
    else
        put_true(maker, map, STR("line"));
    put_text(maker, map, STR("keyboard"), keyboard_of(type));
    if (str_starts(type, STR("partial")))
        put_true(maker, map, STR("partial"));
    put_list(maker, map, STR("options"), options);
}

static void put_names(struct maker *maker, struct value *map, struct str name,
                      const struct schema *schema)
{
    view_text(maker->arena, map, STR("name"), name);
    view_text(maker->arena, map, STR("title"), schema->title.len ? schema->title : name);
    put_text(maker, map, STR("description"), schema->description);
}

static struct value *control(struct maker *maker, const struct schema_property *property)
{
    struct value *map = value_map(maker->arena);
    put_names(maker, map, property->name, property->schema);
    if (property->required)
        put_true(maker, map, STR("required"));
    put_limits(maker, map, property->schema);
    put_kind(maker, map, property->schema);
    return map;
}

/*
 * Fields: one control, boxes to tick, a group of controls, or a list of rows.
 */

static struct value *controls_of(struct maker *maker, const struct schema *schema)
{
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; i < schema->properties.len; i++)
        value_add(maker->arena, parts, control(maker, &schema->properties.items[i]));
    return parts;
}

/* What a row of a list has: the parts of a map, or one control without a name of its own. */
static struct value *row_of(struct maker *maker, const struct schema_property *list)
{
    const struct schema *items = list->schema->items;
    if (items->types == SCHEMA_OBJECT)
        return controls_of(maker, items);
    struct value *parts = value_list(maker->arena);
    struct value *only = control(maker, &(struct schema_property){.schema = items});
    if (items->title.len == 0)
        view_text(maker->arena, only, STR("title"), list->schema->title);
    value_add(maker->arena, parts, only);
    return parts;
}

static void put_rows(struct maker *maker, struct value *map, const struct schema_property *list)
{
    const struct schema *schema = list->schema;
    bool main = value_get_bool(schema->marks, STR("x-main"));
    if (schema->items->choices && schema->unique_items && !main) {
        put_true(maker, map, STR("set"));
        put_list(maker, map, STR("options"), options_of(maker, schema->items));
    } else {
        put_true(maker, map, STR("list"));
        value_put(maker->arena, map, STR("parts"), row_of(maker, list));
        if (schema->items->types == SCHEMA_OBJECT)
            put_true(maker, map, STR("maps"));
    }
    put_limit(maker, map, STR("min_items"), main && !schema->min_items ? 1 : schema->min_items);
    put_limit(maker, map, STR("max_items"), schema->max_items);
    if (schema->unique_items)
        put_true(maker, map, STR("unique"));
}

static struct value *field(struct maker *maker, const struct schema_property *property)
{
    struct value *map = value_map(maker->arena);
    const struct schema *schema = property->schema;
    if (schema->types != SCHEMA_ARRAY && schema->types != SCHEMA_OBJECT) {
        map = control(maker, property);
        put_true(maker, map, STR("single"));
        return map;
    }
    put_names(maker, map, property->name, schema);
    if (property->required)
        put_true(maker, map, STR("required"));
    if (schema->types == SCHEMA_OBJECT) {
        put_true(maker, map, STR("group"));
        value_put(maker->arena, map, STR("parts"), controls_of(maker, schema));
    } else if (schema->items) {
        put_rows(maker, map, property);
    }
    return map;
}

/* The folder is no field of the file but decides where it lies. */
static struct value *folder_field(struct maker *maker)
{
    const struct facet *folders = collection_folders(maker->collection);
    struct value *map = value_map(maker->arena), *options = value_list(maker->arena);
    const struct value *mark = value_get(maker->collection->schema->marks, STR("x-folder"));
    struct str title = label_text(value_get(mark, STR("title")), maker->language);
    struct str noun = label_noun(folders->names, maker->language, 1);
    for (size_t i = 0; i < folders->terms.len; i++)
        add_option(maker, options, folders->terms.items[i]->id,
                   label_text(folders->terms.items[i]->names, maker->language), false);
    view_text(maker->arena, map, STR("name"), folders->field);
    view_text(maker->arena, map, STR("title"),
              title.len  ? title
              : noun.len ? noun
                         : folders->field);
    put_text(maker, map, STR("description"), value_get_str(mark, STR("description")));
    put_true(maker, map, STR("required"));
    put_true(maker, map, STR("single"));
    put_true(maker, map, STR("choice"));
    put_list(maker, map, STR("options"), options);
    return map;
}

static bool is_left_out(const struct schema *schema)
{
    const struct value *mark = value_get(schema->marks, STR("x-form"));
    return mark && !mark->boolean;
}

/* What must be there first; the rest can be left alone. */
static void put_fields(struct maker *maker, struct value *form)
{
    const struct schema_properties *properties = &maker->collection->schema->properties;
    struct value *fields = value_list(maker->arena), *more = value_list(maker->arena);
    value_add(maker->arena, fields, folder_field(maker));
    for (size_t i = 0; i < properties->len; i++)
        if (!is_left_out(properties->items[i].schema))
            value_add(maker->arena, properties->items[i].required ? fields : more,
                      field(maker, &properties->items[i]));
    value_put(maker->arena, form, STR("fields"), fields);
    put_list(maker, form, STR("more"), more);
}

/*
 * The body, and the files for those who write without the form.
 */

static struct value *section_value(struct maker *maker, const struct value *section)
{
    struct value *map = value_map(maker->arena), *ask = value_list(maker->arena);
    const struct value *questions = value_get(section, STR("ask"));
    for (size_t i = 0; i < questions->list.len; i++)
        value_add(maker->arena, ask, questions->list.items[i]);
    view_text(maker->arena, map, STR("title"), value_get_str(section, STR("title")));
    put_list(maker, map, STR("ask"), ask);
    return map;
}

/* An entry whose kind has no sections is one text. */
static struct value *sections_value(struct maker *maker, const struct value *sections)
{
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; sections && i < sections->list.len; i++)
        value_add(maker->arena, list, section_value(maker, sections->list.items[i]));
    if (list->list.len == 0)
        value_add(maker->arena, list, value_map(maker->arena));
    return list;
}

static struct str scaffold_text(struct maker *maker, struct str value)
{
    const struct schema_property *title = schema_property(maker->collection->schema, STR("title"));
    struct str named = title ? title->schema->title : (struct str){0};
    struct scaffold scaffold = {
        .title = STR_JOIN(maker->arena, STR(PLACEHOLDER_START ": "),
                          named.len ? named : STR("title"), STR("]")),
        .value = value,
    };
    struct buf text = BUF_INIT;
    scaffold_put(&text, maker->collection, &scaffold);
    struct str result = buf_take(&text, maker->arena);
    buf_release(&text);
    return result;
}

/* `value` is one of the field that decides the sections; the absent str is all others. */
static void add_text(struct maker *maker, struct value *texts, struct str value)
{
    const struct entry_kind *kind = &maker->collection->kind;
    struct value *map = value_map(maker->arena);
    if (value.len) {
        const struct schema_property *property =
            schema_property(maker->collection->schema, kind->sectioned);
        put_text(maker, map, STR("value"), value);
        struct str name = label_of(maker, property->schema, value);
        put_text(maker, map, STR("name"), name.len ? name : value);
    }
    value_put(maker->arena, map, STR("sections"),
              sections_value(maker, entry_sections(kind, value)));
    put_text(maker, map, STR("scaffold"), scaffold_text(maker, value));
    value_add(maker->arena, texts, map);
}

static void put_texts(struct maker *maker, struct value *form)
{
    const struct value *sections = maker->collection->kind.sections;
    struct value *texts = value_list(maker->arena);
    for (size_t i = 0; sections && i < sections->map.len; i++)
        if (!str_eq(sections->map.items[i].key, STR("*")))
            add_text(maker, texts, sections->map.items[i].key);
    add_text(maker, texts, (struct str){0});
    value_put(maker->arena, form, STR("texts"), texts);
}

/*
 * Where the file is taken.
 */

/*
 * How each forge writes the address where a file is changed, and where one is
 * made. GitLab's editor takes a name but no text (gitlab-org/gitlab#594214).
 */
static const struct forge {
    const char *edit, *make, *name;
    const char *name_key, *text_key;
} forges[] = {
    {"/-/edit/", "/-/new/", "GitLab", "file_name", NULL},
    {"/_edit/", "/_new/", NULL, "filename", "value"}, /* Gitea and Forgejo */
    {"/edit/", "/new/", "GitHub", "filename", "value"},
};

static void put_forge(struct maker *maker, struct value *form)
{
    struct str edit = value_get_str(maker->collection->settings.fields, STR("edit_url"));
    for (size_t i = 0; i < sizeof forges / sizeof *forges; i++) {
        const struct forge *forge = &forges[i];
        size_t at = str_find(edit, str_of(forge->edit));
        if (at == SIZE_MAX)
            continue;
        struct str rest = str_from(edit, at + str_of(forge->edit).len);
        struct value *map = value_map(maker->arena);
        while (str_ends(rest, STR("/")))
            rest.len--;
        view_text(maker->arena, map, STR("name"),
                  forge->name ? str_of(forge->name) : address_host(edit));
        view_text(maker->arena, map, STR("address"),
                  STR_JOIN(maker->arena, str_slice(edit, 0, at), str_of(forge->make), rest));
        view_text(maker->arena, map, STR("name_key"), str_of(forge->name_key));
        if (forge->text_key)
            view_text(maker->arena, map, STR("text_key"), str_of(forge->text_key));
        value_put(maker->arena, form, STR("forge"), map);
        return;
    }
}

/* Drafts are nobody's business: their ids and titles are not published here either. */
static void put_entries(struct maker *maker, struct value *form)
{
    struct value *entries = value_list(maker->arena);
    for (size_t i = 0; i < maker->collection->entries.len; i++) {
        const struct entry *entry = maker->collection->entries.items[i];
        struct value *map = value_map(maker->arena);
        view_text(maker->arena, map, STR("id"), entry->document->slug);
        view_text(maker->arena, map, STR("title"), entry->title);
        value_add(maker->arena, entries, map);
    }
    value_put(maker->arena, form, STR("entries"), entries);
}

struct value *form_view(struct arena *arena, const struct view *view, const struct tongue *tongue)
{
    struct maker maker = {
        .arena = arena, .collection = view->collection, .language = tongue->language};
    const struct entry_kind *kind = &view->collection->kind;
    struct value *form = value_map(arena);
    view_text(arena, form, STR("path"),
              STR_JOIN(arena, STR(CONTENT_FOLDER "/"), kind->folder, STR("/")));
    view_text(arena, form, STR("folder"), collection_folders(view->collection)->field);
    put_text(&maker, form, STR("sectioned"), kind->sectioned);
    put_limit(&maker, form, STR("front_max"), GATE_FRONT_MATTER_MAX);
    put_limit(&maker, form, STR("body_max"), GATE_BODY_MAX);
    put_limit(&maker, form, STR("brackets_max"), GATE_BRACKETS_MAX);
    put_fields(&maker, form);
    put_texts(&maker, form);
    put_entries(&maker, form);
    put_forge(&maker, form);
    return form;
}
