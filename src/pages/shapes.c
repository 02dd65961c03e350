#include "pages/shapes.h"

#include "base/arena.h"
#include "pages/card.h"
#include "pages/citation.h"
#include "pages/crossed.h"
#include "pages/crossing.h"
#include "pages/data_files.h"
#include "pages/details.h"
#include "pages/figure.h"
#include "pages/facts.h"
#include "pages/form.h"
#include "pages/history.h"
#include "pages/inlined.h"
#include "pages/page_maker.h"
#include "pages/pages.h"
#include "pages/printed.h"
#include "pages/turning.h"
#include "pages/values.h"

static struct shape *texts_shape(struct arena *arena, const struct value *map)
{
    struct shape *shape = shape_map(arena);
    for (size_t i = 0; map && i < map->map.len; i++)
        shape_put(arena, shape, map->map.items[i].key, shape_text(arena));
    return shape;
}

static struct shape *assets_shape(struct arena *arena, const struct theme *theme)
{
    struct shape *shape = shape_map(arena);
    for (size_t i = 0; i < theme->asset_count; i++)
        shape_put(arena, shape, theme_asset_name(arena, theme->assets[i].name), shape_text(arena));
    return shape;
}

/*
 * Names the two fragments that have a member for each facet: all of it, and for a
 * card its terms.
 */
static void name_facets(struct map *named, struct arena *arena, const struct facet_list *list)
{
    struct shape *facets = shape_map(arena), *card_facets = shape_map(arena);
    const struct shape *facet = map_get(named, STR("facet"));
    const struct shape *terms = shape_list(arena, map_get(named, STR("term")));
    const struct shape *had_terms = shape_list(arena, map_get(named, STR("had_term")));
    for (size_t f = 0; f < list->len; f++) {
        bool open_to_more = list->items[f].vocabulary.len && !list->items[f].of_folder;
        shape_put(arena, facets, list->items[f].field, facet);
        shape_put(arena, card_facets, list->items[f].field, open_to_more ? had_terms : terms);
    }
    map_add(named, STR("facets"), facets);
    map_add(named, STR("card_facets"), card_facets);
}

struct fragment {
    struct str name;
    const char *notation; /* may name earlier fragments */
};

static void name_fragments(struct map *named, struct arena *arena, const struct fragment *fragments,
                           size_t count)
{
    for (size_t i = 0; i < count; i++)
        map_add(named, fragments[i].name, shape_parse(arena, fragments[i].notation, named));
}

void shapes_init(struct map *named, struct arena *arena, const struct collection *collection,
                 const struct theme *theme)
{
    static const struct fragment fragments[] = {
        {STR_INIT("turning"), turning_shape},
        {STR_INIT("common"), page_common_shape},
        {STR_INIT("term"), term_shape},
        {STR_INIT("had_term"), had_term_shape},
        {STR_INIT("facet"), facet_shape},
        {STR_INIT("crossing"), crossing_shape},
        {STR_INIT("table"), crossing_table_shape},
        {STR_INIT("crossed"), crossed_shape},
        {STR_INIT("figure"), figure_shape},
        {STR_INIT("detail_value"), detail_value_shape},
        {STR_INIT("detail_link"), detail_link_shape},
        {STR_INIT("top"), top_shape},
        {STR_INIT("fact"), fact_shape},
        {STR_INIT("detail"), detail_shape},
        {STR_INIT("note"), note_shape},
        {STR_INIT("asked"), asked_shape},
        {STR_INIT("history"), history_shape},
        {STR_INIT("link_list"), link_list_shape},
        {STR_INIT("content"), content_shape},
        {STR_INIT("control"), form_control_shape},
        {STR_INIT("field"), form_field_shape},
        {STR_INIT("form"), form_shape},
        {STR_INIT("data_file"), data_file_shape},
        {STR_INIT("data_field"), data_field_shape},
        {STR_INIT("data"), data_shape},
        {STR_INIT("printed"), printed_shape},
        {STR_INIT("cited"), cited_shape},
    };
    static const struct fragment of_cards[] = {
        {STR_INIT("card"), card_shape},
        {STR_INIT("group"), group_shape},
    };
    const struct strings *strings = theme_strings(theme, collection->settings.language);
    map_init(named, arena);
    map_add(named, STR("texts"), texts_shape(arena, strings ? strings->texts : NULL));
    map_add(named, STR("site"), values_fields_shape(arena, collection->settings.schema));
    map_add(named, STR("assets"), assets_shape(arena, theme));
    map_add(named, STR("inlined"), inlined_shape(arena, theme->assets, theme->asset_count));
    map_add(named, STR("fields"), values_fields_shape(arena, collection->schema));
    name_fragments(named, arena, fragments, sizeof fragments / sizeof *fragments);
    name_facets(named, arena, &collection->facets);
    name_fragments(named, arena, of_cards, sizeof of_cards / sizeof *of_cards);
}
