#include "data/package.h"

#include "base/buf.h"
#include "base/json.h"
#include "collection/fields.h"
#include "data/columns.h"
#include "data/terms_data.h"
#include "data/tree_json.h"
#include "plan/paths.h"

/* The description while it is put. */
struct package {
    struct json json;
    const struct collection *collection;
    struct arena *arena;
    struct str language;
};

void package_add(struct plan *plan)
{
    plan_add_single(plan, plan_data_path(&plan->arena, plan->collection, STR(PACKAGE_FILE)));
}

/* ---- columns ---- */

/* A column of several values is a text, and so is one of a date that may be a month. */
static struct str column_type(const struct data_column *column)
{
    const struct schema *schema = column->property ? column->property->schema : NULL;
    if (column->kind == COLUMN_TRUTH)
        return STR("boolean");
    if (column->kind != COLUMN_FIELD)
        return STR("string");
    if (schema->format == SCHEMA_DATE && !schema->partial_date)
        return STR("date");
    switch (schema->types) {
    case SCHEMA_BOOLEAN: return STR("boolean");
    case SCHEMA_INTEGER: return STR("integer");
    case SCHEMA_NUMBER: return STR("number");
    default: return STR("string");
    }
}

/* A facet that an entry must have may be only proposed, and has no terms then. */
static bool is_always_there(const struct data_column *column)
{
    switch (column->kind) {
    case COLUMN_PUBLISHED: return false;
    case COLUMN_ID:
    case COLUMN_PATH:
    case COLUMN_URL:
    case COLUMN_LANGUAGE:
    case COLUMN_TRUTH: return true;
    case COLUMN_TERM_IDS:
    case COLUMN_TERM_NAMES: return column->facet->of_folder;
    case COLUMN_FIELD: break;
    }
    return column->property->required;
}

static struct str column_title(const struct package *package, const struct data_column *column)
{
    const struct value *mark = value_get(package->collection->schema->keywords, STR("x-folder"));
    if (column->property)
        return marks_name(column->property, package->language);
    return column->facet ? marks_folder_name(mark, column->facet, package->language)
                         : (struct str){0};
}

static void put_constraints(struct package *package, bool required, bool unique)
{
    struct json *json = &package->json;
    if (!required && !unique)
        return;
    json_key(json, STR("constraints"));
    json_open_map(json, JSON_SPACED);
    if (required) {
        json_key(json, STR("required"));
        json_put_bool(json, true);
    }
    if (unique) {
        json_key(json, STR("unique"));
        json_put_bool(json, true);
    }
    json_close(json);
}

static void package_put_column(struct package *package, const struct data_column *column)
{
    struct json *json = &package->json;
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("name"), column->name);
    json_put_if(&package->json, STR("title"), column_title(package, column));
    if (column->property)
        json_put_if(&package->json, STR("description"), column->property->schema->description);
    json_put_member(json, STR("type"), column_type(column));
    put_constraints(package, is_always_there(column), column->kind == COLUMN_ID);
    json_close(json);
}

/* Whether each entry has one term of the facet at the most, so that its id refers to one row. */
static bool refers_to_terms(const struct data_column *column)
{
    bool one = !column->property || column->property->schema->types != SCHEMA_ARRAY;
    return column->kind == COLUMN_TERM_IDS && one && facet_has_names(column->facet);
}

static void package_put_reference(struct package *package, const struct data_column *column)
{
    struct json *json = &package->json;
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("fields"), column->name);
    json_key(json, STR("reference"));
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("resource"), plan_terms_name(package->arena, column->facet));
    json_put_member(json, STR("fields"), term_columns[TERM_ID]);
    json_close(json);
    json_close(json);
}

static void put_entries_schema(struct package *package)
{
    struct json *json = &package->json;
    struct data_columns columns = data_columns(package->arena, package->collection);
    json_key(json, STR("schema"));
    json_open_map(json, JSON_INDENTED);
    json_key(json, STR("fields"));
    json_open_list(json, JSON_INDENTED);
    for (size_t i = 0; i < columns.len; i++)
        package_put_column(package, &columns.items[i]);
    json_close(json);
    json_put_member(json, STR("primaryKey"), STR("id"));
    json_key(json, STR("foreignKeys"));
    json_open_list(json, JSON_INDENTED);
    for (size_t i = 0; i < columns.len; i++)
        if (refers_to_terms(&columns.items[i]))
            package_put_reference(package, &columns.items[i]);
    json_close(json);
    json_close(json);
}

static void put_term_column(struct package *package, enum term_column column)
{
    struct json *json = &package->json;
    bool named = column == TERM_ID || column == TERM_NAME || column == TERM_COUNT;
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("name"), term_columns[column]);
    json_put_member(json, STR("type"), column == TERM_COUNT ? STR("integer") : STR("string"));
    put_constraints(package, named, column == TERM_ID);
    json_close(json);
}

static void put_terms_schema(struct package *package)
{
    struct json *json = &package->json;
    json_key(json, STR("schema"));
    json_open_map(json, JSON_INDENTED);
    json_key(json, STR("fields"));
    json_open_list(json, JSON_INDENTED);
    for (enum term_column column = 0; column < TERM_COLUMNS; column++)
        if (column != TERM_URL || package->collection->settings.base_url.len)
            put_term_column(package, column);
    json_close(json);
    json_put_member(json, STR("primaryKey"), term_columns[TERM_ID]);
    json_close(json);
}

/* ---- resources ---- */

/* Opens one: its name and file, which lies beside this one. */
static void open_resource(struct package *package, struct str name, struct str ending,
                          struct str title)
{
    struct json *json = &package->json;
    bool table = str_eq(ending, STR(".csv"));
    struct str suffix = table ? STR("") : STR("-json");
    json_open_map(json, JSON_INDENTED);
    json_put_member(json, STR("name"), STR_JOIN(package->arena, name, suffix));
    json_put_member(json, STR("path"), STR_JOIN(package->arena, name, ending));
    json_put_if(&package->json, STR("title"), title);
    if (table)
        json_put_member(json, STR("profile"), STR("tabular-data-resource"));
    json_put_member(json, STR("format"), table ? STR("csv") : STR("json"));
    json_put_member(json, STR("mediatype"), table ? STR("text/csv") : STR("application/json"));
    json_put_member(json, STR("encoding"), STR("utf-8"));
}

static void put_dialect(struct package *package)
{
    struct json *json = &package->json;
    json_key(json, STR("dialect"));
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("delimiter"), STR(","));
    json_put_member(json, STR("lineTerminator"), STR("\r\n"));
    json_put_member(json, STR("quoteChar"), STR("\""));
    json_key(json, STR("doubleQuote"));
    json_put_bool(json, true);
    json_key(json, STR("header"));
    json_put_bool(json, true);
    json_close(json);
}

static void put_tables(struct package *package, struct str name, struct str title,
                       void (*put_schema)(struct package *package))
{
    open_resource(package, name, STR(".csv"), title);
    put_dialect(package);
    put_schema(package);
    json_close(&package->json);
    open_resource(package, name, STR(".json"), title);
    json_close(&package->json);
}

static void put_resources(struct package *package)
{
    const struct collection *collection = package->collection;
    const struct facet_list *facets = &collection->facets;
    json_key(&package->json, STR("resources"));
    json_open_list(&package->json, JSON_INDENTED);
    put_tables(package, collection->kind.path,
               label_noun(collection->kind.names, package->language, 2), put_entries_schema);
    for (size_t f = 0; f < facets->len; f++)
        if (facet_has_names(&facets->items[f]))
            put_tables(package, plan_terms_name(package->arena, &facets->items[f]),
                       label_text(facets->items[f].title, package->language), put_terms_schema);
    json_close(&package->json);
}

/* ---- the package ---- */

static void package_put_licence(struct package *package, const struct value *licence)
{
    struct json *json = &package->json;
    if (!licence)
        return;
    json_key(json, STR("licenses"));
    json_open_list(json, JSON_SPACED);
    json_open_map(json, JSON_SPACED);
    json_put_if(&package->json, STR("path"), value_get_str(licence, STR("url")));
    json_put_if(&package->json, STR("title"), value_get_str(licence, STR("title")));
    json_close(json);
    json_close(json);
}

static void package_put_publisher(struct package *package, struct str publisher)
{
    struct json *json = &package->json;
    if (publisher.len == 0)
        return;
    json_key(json, STR("contributors"));
    json_open_list(json, JSON_SPACED);
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("title"), publisher);
    json_put_member(json, STR("role"), STR("publisher"));
    json_close(json);
    json_close(json);
}

void package_put(struct buf *out, const struct output *output, const struct view *view,
                 struct arena *scratch)
{
    const struct settings *settings = &view->collection->settings;
    struct package package = {json_into(out), view->collection, scratch, settings->language};
    struct json *json = &package.json;
    const struct value *edition = value_get(settings->fields, STR("edition"));
    (void)output;
    json_open_map(json, JSON_INDENTED);
    json_put_member(json, STR("profile"), STR("data-package"));
    json_put_member(json, STR("name"), view->collection->kind.path);
    json_put_member(json, STR("title"), settings_name(scratch, settings));
    json_put_if(json, STR("description"), value_get_str(settings->fields, STR("description")));
    json_put_if(json, STR("homepage"), settings->base_url);
    json_put_if(json, STR("version"), value_get_str(edition, STR("version")));
    if (edition) {
        json_key(json, STR("edition"));
        tree_json_put(json, edition, JSON_SPACED, JSON_SPACED);
    }
    package_put_licence(&package, value_get(settings->fields, STR(FIELD_LICENCE)));
    package_put_publisher(&package, value_get_str(settings->fields, STR(FIELD_PUBLISHER)));
    put_resources(&package);
    json_close(json);
    buf_byte(out, '\n');
}
