#include "pages/card.h"

#include "pages/details.h"
#include "pages/figure.h"
#include "pages/motif.h"
#include "pages/values.h"

const char card_shape[] =
    "id title summary path lang motif tint turned? topics[@had_term] topics_any? folder "
    "figure{@figure} says[text after?] says_any? facets{@card_facets}";

/* A card has so many members at the most. */
enum { CARD_ROOM = 16 };

static void add_card_text(struct arena *arena, struct value *list, struct str text)
{
    if (text.len == 0)
        return;
    struct value *map = value_map_of(arena, 2);
    values_text(arena, map, STR("text"), text);
    value_put(arena, map, STR("after"), value_bool(list->list.len > 0));
    value_add(arena, list, map);
}

/* Adds the member `name` of each of the values to what a card says. */
static void add_card_texts(struct arena *arena, struct value *list, const struct value *values,
                           struct str name)
{
    for (size_t i = 0; i < values->list.len; i++)
        add_card_text(arena, list, value_get_str(values->list.items[i], name));
}

static void add_card_field(struct arena *arena, const struct tongue *tongue, struct value *list,
                           const struct shown_field *field, const struct entry *entry)
{
    add_card_texts(arena, list, view_values(arena, tongue->view->collection, tongue, field, entry),
                   field->facet ? STR("name") : STR("text"));
}

/* The folder stands by itself: a card in a list of one folder does not say it. */
static void put_card_facts(struct arena *arena, const struct tongue *tongue, struct value *card,
                           const struct entry *entry)
{
    const struct shown_list *shown = &tongue->view->collection->kind.shown[SHOWN_CARD];
    struct value *says = value_list(arena);
    for (size_t i = 0; i < shown->len; i++)
        if (shown->items[i].facet && shown->items[i].facet->of_folder)
            values_text(arena, card, STR("folder"),
                        label_text(entry->folder->label, tongue->language));
        else
            add_card_field(arena, tongue, says, &shown->items[i], entry);
    values_list(arena, card, STR("says"), says);
}

struct value *card_make(struct arena *arena, const struct tongue *tongue, const struct entry *entry)
{
    const struct view *view = tongue->view;
    const struct facet_list *facets = &view->collection->facets;
    struct value *card = value_map_of(arena, CARD_ROOM);
    struct value *terms = value_map_of(arena, facets->len);
    values_text(arena, card, STR("id"), entry->document->slug);
    values_text(arena, card, STR("summary"), entry->summary);
    view_link(arena, card, view->plan, tongue, entry);
    for (size_t f = 0; f < facets->len; f++)
        value_put(arena, terms, facets->items[f].field,
                  view_terms(arena, tongue, entry, f, SIZE_MAX));
    value_put(arena, card, STR("facets"), terms);
    put_card_facts(arena, tongue, card, entry);
    struct value *figure = figure_first(&(struct teller){arena, tongue->language, tongue->texts},
                                        view->collection->schema, entry->document->fields);
    if (figure)
        value_put(arena, card, STR("figure"), figure);
    motif_put_names(arena, card, view->plan, entry_shelf(view->collection, entry));
    const struct facet *main = collection_main(view->collection);
    if (main) {
        struct value *topics =
            view_terms(arena, tongue, entry, facet_number(facets, main), TOPICS_MAX);
        values_list(arena, card, STR("topics"), topics);
    }
    return card;
}
