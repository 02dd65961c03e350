#include "data/columns.h"

#include "base/escape.h"
#include "base/vec.h"
#include "collection/entry_fields.h"
#include "collection/fields.h"

static bool has_column(const struct data_columns *columns, struct str name)
{
    for (size_t i = 0; i < columns->len; i++)
        if (str_eq(columns->items[i].name, name))
            return true;
    return false;
}

static void add_column(struct data_columns *columns, struct arena *arena, struct data_column column)
{
    if (has_column(columns, column.name) || escape_csv_guards(column.name))
        column.name = STR_JOIN(arena, STR("fields."), column.name);
    vec_push(arena, columns, column);
}

static void add_own(struct data_columns *columns, struct arena *arena,
                    const struct collection *collection)
{
    static const struct data_column own[] = {
        {COLUMN_ID, STR_INIT("id"), NULL, NULL},
        {COLUMN_PATH, STR_INIT("path"), NULL, NULL},
        {COLUMN_URL, STR_INIT("url"), NULL, NULL},
        {COLUMN_PUBLISHED, STR_INIT("published"), NULL, NULL},
        {COLUMN_LANGUAGE, STR_INIT("language"), NULL, NULL},
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].kind != COLUMN_URL || collection->settings.base_url.len)
            vec_push(arena, columns, own[i]);
}

static void add_facet_columns(struct data_columns *columns, struct arena *arena,
                              const struct collection *collection, const struct facet *facet)
{
    struct data_column column = {
        .kind = facet->of_truth ? COLUMN_TRUTH : COLUMN_TERM_IDS,
        .name = facet->field,
        .facet = facet,
        .property = schema_property(collection->schema, facet->field),
    };
    add_column(columns, arena, column);
    if (!facet_has_names(facet))
        return;
    column.kind = COLUMN_TERM_NAMES;
    column.name = STR_JOIN(arena, facet->field, STR("_name"));
    add_column(columns, arena, column);
}

/* What is proposed has no terms yet, and is a map of lists of maps. */
static bool fits_a_column(const struct schema_property *property)
{
    return entry_field_is_told(property->name) && !str_eq(property->name, STR(FIELD_PROPOSED));
}

/* What one looks for first stands first. */
static void add_name_columns(struct data_columns *columns, struct arena *arena,
                             const struct collection *collection)
{
    static const struct str names[] = {STR_INIT(FIELD_TITLE), STR_INIT(FIELD_SUMMARY)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct schema_property *property = schema_property(collection->schema, names[i]);
        if (property && !facet_of_field(&collection->facets, names[i]))
            add_column(columns, arena,
                       (struct data_column){COLUMN_FIELD, property->name, NULL, property});
    }
}

static bool is_name_column(const struct schema_property *property)
{
    return str_eq(property->name, STR(FIELD_TITLE)) || str_eq(property->name, STR(FIELD_SUMMARY));
}

struct data_columns data_columns(struct arena *arena, const struct collection *collection)
{
    struct data_columns columns = {0};
    const struct schema_properties *properties = &collection->schema->properties;
    add_own(&columns, arena, collection);
    add_name_columns(&columns, arena, collection);
    for (size_t f = 0; f < collection->facets.len; f++)
        add_facet_columns(&columns, arena, collection, &collection->facets.items[f]);
    for (size_t i = 0; i < properties->len; i++) {
        const struct schema_property *property = &properties->items[i];
        if (fits_a_column(property) && !is_name_column(property) &&
            !facet_of_field(&collection->facets, property->name))
            add_column(&columns, arena,
                       (struct data_column){COLUMN_FIELD, property->name, NULL, property});
    }
    return columns;
}
