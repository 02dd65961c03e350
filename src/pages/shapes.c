#include "pages/shapes.h"

#include "base/arena.h"
#include "pages/view.h"

/* What is the same on all pages; `t`, `site` and `assets` depend on the files of the site. */
static const char common[] =
    "root asset_root path lang text_lang title page_title description canonical edit_url "
    "entries_path overview_path print_path search_path "
    "menu[title path current?] breadcrumb[title path] pages[title path] pages_any? "
    "t{@texts} site{@site} assets{@assets}";

static const char term[] = "id name short summary path count count_text used? bar";
static const char card[] =
    "id title summary path lang topics[@term] topics_any? facets{@card_facets}";
static const char group[] = "id name path count count_text cards[@card]";
static const char facet[] = "field key title name path terms[@term]";

static const char crossing[] = "name path group group_name count count_text used? shade";
static const char table[] = "title columns[@term] rows[term{@term} cells[@crossing]]";
static const char content[] = "summary body:html fields{@fields} facts[title terms[@term]]";
static const char printed[] = "anchor title path lang @content";

static const char entry[] = "@common @content related_any? related[card{@card} named? reason] "
                            "neighbours? previous{title path lang} next{title path lang}";
static const char one_term[] = "@common summary short names[.] names_any? url url_host body:html "
                               "facet count count_text used? grouped? groups[@group] cards[@card] "
                               "crossings[@crossing] crossings_any?";

static const char control[] =
    "name title description required? type keyboard partial? tick? choice? entry? long? line? "
    "options[value text usual?] options_any? min_length max_length pattern minimum maximum";
static const char field[] =
    "@control single? set? group? list? maps? unique? noun min_items max_items "
    "parts[@control]";
static const char form[] = "path folder sectioned letters front_max body_max brackets_max "
                           "fields[@field] more[@field] more_any? entries[id title] "
                           "texts[value name scaffold sections[title ask[.] ask_any?]] "
                           "forge{name address name_key text_key}";

static const char *const notations[FAMILIES] = {
    [FAMILY_HOME] = "@common count count_text browse[@facet] facets{@facets}",
    [FAMILY_ENTRIES] = "@common count count_text browse[@facet] facets{@facets} groups[@group]",
    [FAMILY_OVERVIEW] = "@common count count_text browse[@facet] facets{@facets} table{@table}",
    [FAMILY_PRINT] = "@common count count_text groups[id name path entries[@printed]]",
    [FAMILY_ENTRY] = entry,
    [FAMILY_FACET] = "@common count count_text terms[@term] terms_any?",
    [FAMILY_TERM] = one_term,
    [FAMILY_PAGE] = "@common summary body:html form{@form}",
    [FAMILY_NOT_FOUND] = "@common",
    [FAMILY_REDIRECT] = "@common target{title path}",
};

/* The shape of what view_fields() makes of a value that fits the schema. */
static struct shape *of_schema(struct arena *arena, const struct schema *schema)
{
    if (schema->format == SCHEMA_DATE)
        return shape_parse(arena, "iso text", NULL);
    if (schema->types & SCHEMA_OBJECT) {
        struct shape *map = shape_map(arena);
        for (size_t i = 0; i < schema->properties.len; i++) {
            const struct schema_property *property = &schema->properties.items[i];
            shape_put(arena, map, property->name, of_schema(arena, property->schema));
            if (property->schema->types == SCHEMA_ARRAY)
                shape_put(arena, map, view_any_name(arena, property->name), shape_truth(arena));
            if (property->schema->format == SCHEMA_URI) {
                shape_put(arena, map, view_host_name(arena, property->name), shape_text(arena));
                shape_put(arena, map, view_file_name(arena, property->name), shape_text(arena));
            }
        }
        return map;
    }
    if (schema->types & SCHEMA_ARRAY && schema->items)
        return shape_list(arena, of_schema(arena, schema->items));
    return schema->types == SCHEMA_BOOLEAN ? shape_truth(arena) : shape_text(arena);
}

static struct shape *of_texts(struct arena *arena, const struct value *map)
{
    struct shape *shape = shape_map(arena);
    for (size_t i = 0; map && i < map->map.len; i++)
        shape_put(arena, shape, map->map.items[i].key, shape_text(arena));
    return shape;
}

static struct shape *of_assets(struct arena *arena, const struct theme *theme)
{
    struct shape *shape = shape_map(arena);
    for (size_t i = 0; i < theme->asset_count; i++)
        shape_put(arena, shape, view_asset_name(arena, theme->assets[i].name), shape_text(arena));
    return shape;
}

const struct shape *shapes_of(struct arena *arena, enum family family,
                              const struct collection *collection, const struct theme *theme)
{
    struct map named;
    const struct strings *strings = theme_strings(theme, collection->settings.language);
    map_init(&named, arena);
    map_add(&named, STR("texts"), of_texts(arena, strings ? strings->texts : NULL));
    map_add(&named, STR("site"), of_schema(arena, collection->settings.schema));
    map_add(&named, STR("assets"), of_assets(arena, theme));
    map_add(&named, STR("fields"), of_schema(arena, collection->schema));
    map_add(&named, STR("common"), shape_parse(arena, common, &named));
    map_add(&named, STR("term"), shape_parse(arena, term, NULL));
    map_add(&named, STR("facet"), shape_parse(arena, facet, &named));
    map_add(&named, STR("crossing"), shape_parse(arena, crossing, NULL));
    map_add(&named, STR("table"), shape_parse(arena, table, &named));
    map_add(&named, STR("content"), shape_parse(arena, content, &named));
    map_add(&named, STR("control"), shape_parse(arena, control, NULL));
    map_add(&named, STR("field"), shape_parse(arena, field, &named));
    map_add(&named, STR("form"), shape_parse(arena, form, &named));
    map_add(&named, STR("printed"), shape_parse(arena, printed, &named));

    struct shape *facets = shape_map(arena), *card_facets = shape_map(arena);
    const struct shape *one_facet = map_get(&named, STR("facet"));
    const struct shape *terms = shape_list(arena, map_get(&named, STR("term")));
    for (size_t f = 0; f < collection->facets.len; f++) {
        shape_put(arena, facets, collection->facets.items[f].field, one_facet);
        shape_put(arena, card_facets, collection->facets.items[f].field, terms);
    }
    map_add(&named, STR("facets"), facets);
    map_add(&named, STR("card_facets"), card_facets);
    map_add(&named, STR("card"), shape_parse(arena, card, &named));
    map_add(&named, STR("group"), shape_parse(arena, group, &named));
    return shape_parse(arena, notations[family], &named);
}
