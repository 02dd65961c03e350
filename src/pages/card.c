#include "pages/card.h"

#include "collection/fields.h"
#include "pages/details.h"
#include "pages/figure.h"
#include "pages/values.h"

const char card_shape[] =
    "id title summary path lang motif tint turned? topics[@had_term] topics_any? folder "
    "figure{@figure} says[text after?] says_any? facets{@card_facets}";
const char group_shape[] = "id name path count count_text cards[@card]";

/* A card shows at most this many terms of the main facet, as its `topics`. */
enum { TOPICS_MAX = 2 };

/* A card has room for so many members while it is made. */
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

/* A card has the motif of a term as the term has it (pages/motif.h). */
static void put_card_motif(struct arena *arena, const struct tongue *tongue, struct value *card,
                           const struct term *term)
{
    static const struct str names[] = {STR_INIT("motif"), STR_INIT("tint"), STR_INIT("turned")};
    if (!term)
        return;
    size_t facet = facet_number(&tongue->view->collection->facets, term->facet);
    const struct value *whole = tongue->terms[facet][term->number];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct value *value = value_get(whole, names[i]);
        if (value)
            value_put(arena, card, names[i], value);
    }
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
    value_put(arena, card, STR("says"), says);
    value_put(arena, card, STR("says" DERIVED_ANY), value_bool(says->list.len > 0));
}

/* What a figure is found in goes with the scratch arena, and that is most of it. */
static void put_card_figure(struct arena *arena, struct arena *scratch, const struct tongue *tongue,
                            struct value *card, const struct entry *entry)
{
    const struct teller teller = {scratch, tongue->language, tongue->texts};
    const struct value *found =
        figure_first(&teller, tongue->view->collection->schema, entry->document->fields);
    if (!found)
        return;
    struct value *figure = value_map_of(arena, found->map.len);
    for (size_t i = 0; i < found->map.len; i++)
        values_text(arena, figure, found->map.items[i].key,
                    str_copy(arena, value_str(found->map.items[i].value)));
    value_put(arena, card, STR("figure"), figure);
}

/* A facet of which the entry has no term is left out: to a template that is as if it had none. */
static void put_card_terms(struct arena *arena, struct arena *scratch, const struct tongue *tongue,
                           struct value *terms, const struct entry *entry, size_t facet)
{
    const struct value *list = view_terms(arena, tongue, entry, facet, SIZE_MAX);
    if (list->list.len)
        value_put(scratch, terms, tongue->view->collection->facets.items[facet].field, list);
}

static struct value *card_make(struct arena *arena, struct arena *scratch,
                               const struct tongue *tongue, const struct entry *entry)
{
    const struct view *view = tongue->view;
    const struct facet_list *facets = &view->collection->facets;
    struct value *card = value_map(arena);
    card->map = value_map_of(scratch, CARD_ROOM)->map;
    struct value *terms = value_map(arena);
    values_text(arena, card, STR("id"), entry->document->slug);
    values_text(arena, card, STR("summary"), entry->summary);
    view_link(arena, card, view->plan, tongue, entry);
    for (size_t f = 0; f < facets->len; f++)
        put_card_terms(arena, scratch, tongue, terms, entry, f);
    value_fit(arena, terms);
    value_put(arena, card, STR("facets"), terms);
    put_card_facts(arena, tongue, card, entry);
    put_card_figure(arena, scratch, tongue, card, entry);
    put_card_motif(arena, tongue, card, entry_shelf(view->collection, entry));
    const struct facet *main = collection_main(view->collection);
    if (main) {
        const struct value *topics =
            view_terms(arena, tongue, entry, facet_number(facets, main), TOPICS_MAX);
        value_put(arena, card, STR("topics"), topics);
        value_put(arena, card, STR("topics" DERIVED_ANY), value_bool(topics->list.len > 0));
    }
    value_fit(arena, card);
    return card;
}

void cards_keep(struct view *view, struct arena *arena)
{
    const struct collection *collection = view->collection;
    struct tongue *tongue = view->tongues;
    struct arena scratch;
    arena_init(&scratch);
    while (!str_eq(tongue->language, collection->settings.language))
        tongue++;
    tongue->cards = arena_items(arena, struct value *, collection->entries.len);
    for (size_t i = 0; i < collection->entries.len; i++) {
        tongue->cards[i] = card_make(arena, &scratch, tongue, collection->entries.items[i]);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

const struct value *tongue_card(struct arena *arena, const struct tongue *tongue,
                                const struct entry *entry)
{
    return tongue->cards ? tongue->cards[entry->number] : card_make(arena, arena, tongue, entry);
}

struct value *cards_value(struct arena *arena, const struct tongue *tongue,
                          const struct entry *const *entries, size_t count)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < count; i++)
        value_add(arena, list, tongue_card(arena, tongue, entries[i]));
    return list;
}

struct value *group_value(struct arena *arena, const struct tongue *tongue,
                          const struct term *folder)
{
    struct value *group = value_map(arena);
    values_text(arena, group, STR("id"), folder->id);
    values_text(arena, group, STR("name"), label_text(folder->label, tongue->language));
    values_text(arena, group, STR("path"), folder->path);
    return group;
}

/* The numbers of a folder's entries, which are in a row. */
static struct plan_part folder_numbers(const struct term *folder)
{
    const struct entry *const *entries = folder->entries.items;
    return (struct plan_part){.from = entries[0]->number,
                              .to = entries[folder->entries.len - 1]->number + 1};
}

/* Returns the place in the list of the first entry whose number is not below. */
static size_t first_numbered(const struct entry *const *entries, size_t count, size_t number)
{
    size_t from = 0;
    while (from < count) {
        size_t middle = from + (count - from) / 2;
        if (entries[middle]->number < number)
            from = middle + 1;
        else
            count = middle;
    }
    return from;
}

size_t group_start(const struct entry *const *entries, size_t count, const struct term *folder)
{
    return first_numbered(entries, count, folder_numbers(folder).from);
}

struct value *groups_value(struct arena *arena, const struct collection *collection,
                           const struct tongue *tongue, const struct entry *const *entries,
                           size_t count, struct plan_part here)
{
    struct value *groups = value_list(arena);
    for (size_t i = here.from, end; i < here.to; i = end) {
        const struct term *folder = entries[i]->folder;
        size_t whole_end = first_numbered(entries, count, folder_numbers(folder).to);
        end = whole_end < here.to ? whole_end : here.to;
        struct value *group = group_value(arena, tongue, folder);
        values_count(arena, group, collection, tongue->language,
                     whole_end - group_start(entries, count, folder));
        value_put(arena, group, STR("cards"), cards_value(arena, tongue, entries + i, end - i));
        value_add(arena, groups, group);
    }
    return groups;
}
