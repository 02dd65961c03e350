#include "pages/data_files.h"

#include "collection/entry_fields.h"
#include "pages/citation.h"
#include "pages/form.h"
#include "pages/values.h"
#include "plan/paths.h"

const char data_shape[] = "files[@data_file] terms[title size noun path json csv] terms_any? "
                          "fields[@data_field]";
const char data_file_shape[] = "name path format about";
const char data_field_shape[] = "name title about required? several? type facet{size noun path} "
                                "choices[id name] choices_any? parts[name title] parts_any?";

/* A facet without a page of its own has its terms in the table, unless they are more than this. */
enum { CHOICES_MAX = 24 };

struct data_maker {
    struct arena *arena;
    const struct view *view;
    const struct collection *collection;
    const struct tongue *tongue;
};

static struct str word(const struct data_maker *maker, struct str key)
{
    return value_get_str(maker->tongue->texts, key);
}

/* ---- files ---- */

static bool is_planned(const struct data_maker *maker, struct str path)
{
    return path.len && plan_find(maker->view->plan, path);
}

/* Adds a file, if the site has it. */
static void add_file(const struct data_maker *maker, struct value *files, struct str path,
                     struct str format, struct str about)
{
    struct value *map = value_map(maker->arena);
    if (!is_planned(maker, path))
        return;
    values_text(maker->arena, map, STR("name"), str_name(path));
    values_text(maker->arena, map, STR("path"), path);
    values_text(maker->arena, map, STR("format"), format);
    values_text(maker->arena, map, STR("about"), word(maker, about));
    value_add(maker->arena, files, map);
}

static void add_entries_file(const struct data_maker *maker, struct value *files, struct str ending,
                             struct str format, struct str about)
{
    add_file(maker, files, plan_entries_data_path(maker->arena, maker->collection, ending), format,
             about);
}

static void add_named_file(const struct data_maker *maker, struct value *files, struct str name,
                           struct str format, struct str about)
{
    add_file(maker, files, plan_data_path(maker->arena, maker->collection, name), format, about);
}

static void data_put_files(const struct data_maker *maker, struct value *data)
{
    static const struct str cited[CITATION_FORMS] = {
        [CITATION_BIBTEX] = STR_INIT("data_about_bibtex"),
        [CITATION_RIS] = STR_INIT("data_about_ris"),
        [CITATION_CSL] = STR_INIT("data_about_csl"),
    };
    struct arena *arena = maker->arena;
    struct value *files = value_list(arena);
    add_entries_file(maker, files, STR(".csv"), STR("CSV"), STR("data_about_csv"));
    add_entries_file(maker, files, STR(".json"), STR("JSON"), STR("data_about_json"));
    add_entries_file(maker, files, STR(".schema.json"), STR("JSON Schema"),
                     STR("data_about_schema"));
    add_named_file(maker, files, STR("datapackage.json"), STR("Data Package"),
                   STR("data_about_package"));
    for (size_t i = 0; i < CITATION_FORMS; i++)
        add_entries_file(maker, files, citation_forms[i].ending, citation_forms[i].name, cited[i]);
    add_file(maker, files, plan_feed_path(arena, NULL, STR(".xml")), STR("Atom"),
             STR("data_about_feed"));
    add_file(maker, files, plan_feed_path(arena, NULL, STR(".json")), STR("JSON Feed"),
             STR("data_about_feed"));
    add_file(maker, files, plan_catalogue_path(arena, maker->collection), STR("Turtle"),
             STR("data_about_catalogue"));
    add_named_file(maker, files, STR("dates.json"), STR("JSON"), STR("data_about_dates"));
    value_put(arena, data, STR("files"), files);
}

/* Puts what a facet is called, how many terms it has, and the page that lists them. */
static void put_facet(const struct data_maker *maker, struct value *map, const struct facet *facet)
{
    static const struct str shared[] = {STR_INIT("size"), STR_INIT("noun"), STR_INIT("path")};
    const struct value *value =
        maker->tongue->facets[facet_number(&maker->collection->facets, facet)];
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
        if (value_get(value, shared[i]))
            value_put(maker->arena, map, shared[i], value_get(value, shared[i]));
}

static struct str terms_file(const struct data_maker *maker, const struct facet *facet,
                             struct str ending)
{
    struct str path = plan_terms_data_path(maker->arena, maker->collection, facet, ending);
    return is_planned(maker, path) ? path : (struct str){0};
}

static void put_terms_files(const struct data_maker *maker, struct value *data)
{
    struct value *terms = value_list(maker->arena);
    for (size_t f = 0; f < maker->collection->facets.len; f++) {
        const struct facet *facet = &maker->collection->facets.items[f];
        struct value *map = value_map(maker->arena);
        struct str json = terms_file(maker, facet, STR(".json"));
        if (!json.len)
            continue;
        values_text(maker->arena, map, STR("title"),
                    label_text(facet->title, maker->tongue->language));
        put_facet(maker, map, facet);
        values_text(maker->arena, map, STR("json"), json);
        values_text(maker->arena, map, STR("csv"), terms_file(maker, facet, STR(".csv")));
        value_add(maker->arena, terms, map);
    }
    values_list(maker->arena, data, STR("terms"), terms);
}

/* ---- fields ---- */

static struct str type_word(const struct data_maker *maker, const struct schema *schema)
{
    static const struct {
        struct str type, word;
    } words[] = {
        {STR_INIT("text"), STR_INIT("data_text")},
        {STR_INIT("number"), STR_INIT("data_number")},
        {STR_INIT("integer"), STR_INIT("data_integer")},
        {STR_INIT("boolean"), STR_INIT("data_truth")},
        {STR_INIT("date"), STR_INIT("data_date")},
        {STR_INIT("partial-date"), STR_INIT("data_partial_date")},
        {STR_INIT("uri"), STR_INIT("data_address")},
        {STR_INIT("email"), STR_INIT("data_email")},
    };
    struct str type = form_type(schema);
    if (value_get_bool(schema->keywords, STR("x-entry")))
        return word(maker, STR("data_entry"));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq(words[i].type, type))
            return word(maker, words[i].word);
    return (struct str){0};
}

static void add_choice(const struct data_maker *maker, struct value *choices, struct str id,
                       const struct value *label)
{
    struct value *map = value_map(maker->arena);
    struct str name = label_text(label, maker->tongue->language);
    values_text(maker->arena, map, STR("id"), id);
    if (name.len)
        values_text(maker->arena, map, STR("name"), name);
    value_add(maker->arena, choices, map);
}

static struct value *choices_of_facet(const struct data_maker *maker, const struct facet *facet)
{
    struct value *choices = value_list(maker->arena);
    for (size_t i = 0; i < facet->terms.len; i++)
        add_choice(maker, choices, facet->terms.items[i]->id, facet->terms.items[i]->label);
    return choices;
}

static struct value *choices_of_schema(const struct data_maker *maker, const struct schema *schema)
{
    struct value *choices = value_list(maker->arena);
    const struct value *labels = value_get(schema->keywords, STR("x-labels"));
    for (size_t i = 0; i < value_list_len(schema->choices); i++) {
        struct str id = facet_id(maker->arena, schema->choices->list.items[i]);
        add_choice(maker, choices, id, value_get(labels, id));
    }
    return choices;
}

/* Puts a list and whether it has items, unless it has none. */
static void data_put_list(const struct data_maker *maker, struct value *map, struct str name,
                          const struct value *list)
{
    if (list->list.len)
        values_list(maker->arena, map, name, list);
}

/* Puts which terms a field may have: the way to them, or, where no page lists them, themselves. */
static void put_terms_of(const struct data_maker *maker, struct value *map,
                         const struct facet *facet)
{
    if (facet->terms.len <= CHOICES_MAX && !plan_facet_path(maker->arena, facet).len) {
        data_put_list(maker, map, STR("choices"), choices_of_facet(maker, facet));
        return;
    }
    struct value *shared = value_map(maker->arena);
    put_facet(maker, shared, facet);
    value_put(maker->arena, map, STR("facet"), shared);
}

static void put_parts(const struct data_maker *maker, struct value *map,
                      const struct schema *schema)
{
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        struct value *part = value_map(maker->arena);
        values_text(maker->arena, part, STR("name"), property->name);
        values_text(maker->arena, part, STR("title"),
                    marks_title(property->schema, maker->tongue->language));
        value_add(maker->arena, parts, part);
    }
    data_put_list(maker, map, STR("parts"), parts);
}

/* Puts what one value of the field may be. */
static void put_values_of(const struct data_maker *maker, struct value *map,
                          const struct schema_property *property)
{
    const struct schema *schema =
        property->schema->items ? property->schema->items : property->schema;
    const struct facet *facet = facet_of_field(&maker->collection->facets, property->name);
    if (property->schema->items)
        value_put(maker->arena, map, STR("several"), value_bool(true));
    if (facet && facet_has_names(facet))
        put_terms_of(maker, map, facet);
    else if (schema->choices)
        data_put_list(maker, map, STR("choices"), choices_of_schema(maker, schema));
    else if (schema->properties.len)
        put_parts(maker, map, schema);
    else
        values_text(maker->arena, map, STR("type"), type_word(maker, schema));
}

static struct value *add_field(const struct data_maker *maker, struct value *fields,
                               struct str name, struct str title, struct str about)
{
    struct value *map = value_map(maker->arena);
    values_text(maker->arena, map, STR("name"), name);
    values_text(maker->arena, map, STR("title"), title);
    values_text(maker->arena, map, STR("about"), about);
    value_add(maker->arena, fields, map);
    return map;
}

/* Adds what files say of an entry besides the fields of its schema (data/entries_json.h). */
static void add_own_fields(const struct data_maker *maker, struct value *fields)
{
    static const struct {
        struct str name, about, type;
    } own[] = {
        {STR_INIT("id"), STR_INIT("data_about_id"), STR_INIT("data_text")},
        {STR_INIT("path"), STR_INIT("data_about_path"), STR_INIT("data_text")},
        {STR_INIT("url"), STR_INIT("data_about_url"), STR_INIT("data_address")},
        {STR_INIT("published"), STR_INIT("data_about_published"), STR_INIT("data_partial_date")},
        {STR_INIT("language"), STR_INIT("data_about_language"), STR_INIT("data_text")},
        {STR_INIT("body"), STR_INIT("data_about_body"), STR_INIT("data_html")},
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (str_eq(own[i].name, STR("url")) && !maker->collection->settings.base_url.len)
            continue;
        struct value *field =
            add_field(maker, fields, own[i].name, (struct str){0}, word(maker, own[i].about));
        values_text(maker->arena, field, STR("type"), word(maker, own[i].type));
    }
}

static void add_folder_field(const struct data_maker *maker, struct value *fields)
{
    const struct facet *folders = collection_folders(maker->collection);
    const struct value *mark = value_get(maker->collection->schema->keywords, STR("x-folder"));
    struct value *map = add_field(maker, fields, folders->field,
                                  marks_folder_name(mark, folders, maker->tongue->language),
                                  value_get_str(mark, STR("description")));
    value_put(maker->arena, map, STR("required"), value_bool(true));
    put_terms_of(maker, map, folders);
}

static void put_fields(const struct data_maker *maker, struct value *data)
{
    const struct schema_properties *properties = &maker->collection->schema->properties;
    struct value *fields = value_list(maker->arena);
    add_own_fields(maker, fields);
    add_folder_field(maker, fields);
    for (size_t i = 0; i < properties->len; i++) {
        const struct schema_property *property = &properties->items[i];
        if (!entry_field_is_told(property->name))
            continue;
        struct value *map = add_field(maker, fields, property->name,
                                      marks_title(property->schema, maker->tongue->language),
                                      property->schema->description);
        value_put(maker->arena, map, STR("required"), value_bool(property->required));
        put_values_of(maker, map, property);
    }
    value_put(maker->arena, data, STR("fields"), fields);
}

struct value *data_view(struct arena *arena, const struct view *view, const struct tongue *tongue)
{
    struct data_maker maker = {arena, view, view->collection, tongue};
    struct value *data = value_map(arena);
    data_put_files(&maker, data);
    put_terms_files(&maker, data);
    put_fields(&maker, data);
    return data;
}
