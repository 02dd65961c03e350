#include "pages/facts.h"

#include "base/slug.h"
#include "collection/fields.h"
#include "pages/details.h"
#include "pages/figure.h"
#include "pages/values.h"

const char top_shape[] = "title facet? terms[@had_term] values[@detail_value]";
const char fact_shape[] = "title above? terms[@had_term]";
const char detail_shape[] = "title figures? above? values[@detail_value above?]";
const char link_list_shape[] = "id title links[@detail_link]";
const char note_shape[] = "id title text own?";
const char asked_shape[] = "name url url_host last?";

/* Returns what an entry says in a field, or NULL if it says nothing there. */
static struct value *field_of(const struct page_maker *maker, const struct shown_field *field,
                              const struct entry *entry)
{
    struct arena *arena = maker->arena;
    const struct collection *collection = maker->view->collection;
    const struct tongue *tongue = maker->tongue;
    const struct value *values = view_values(arena, collection, tongue, field, entry);
    if (values->list.len == 0)
        return NULL;
    struct value *map = value_map(arena);
    if (field->facet) {
        size_t number = facet_number(&collection->facets, field->facet);
        values_text(arena, map, STR("title"), tongue->headings[number].over[values->list.len > 1]);
        value_put(arena, map, STR("terms"), values);
    } else {
        values_text(arena, map, STR("title"), marks_name(field->property, tongue->language));
        value_put(arena, map, STR("values"), values);
    }
    return map;
}

/* Returns the figures of a detail that are set large, and marks their values as `above`. */
static struct value *raise_figures(struct arena *arena, const struct value *detail)
{
    enum { RAISED_MAX = 4 };
    struct value *figures = value_list(arena);
    const struct value *values = value_get(detail, STR("values"));
    for (size_t i = 0; i < values->list.len && figures->list.len < RAISED_MAX; i++) {
        struct value *value = values->list.items[i];
        struct value *figure = figure_of(arena, value, value_get_str(detail, STR("title")));
        if (!figure)
            continue;
        value_put(arena, value, STR("above"), value_bool(true));
        value_add(arena, figures, figure);
    }
    return figures;
}

static bool has_figures(const struct shown_field *field)
{
    return !field->facet && shown_has_figures(field->property->schema);
}

/* Puts what stands beside the title, and the figures under the lead. */
static void put_top(const struct page_maker *maker, struct value *map, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    const struct shown_list *shown = &maker->view->collection->kind.shown[SHOWN_TOP];
    struct value *top = value_list(arena), *figures = value_list(arena);
    for (size_t i = 0; i < shown->len; i++) {
        struct value *field = field_of(maker, &shown->items[i], entry);
        if (field && has_figures(&shown->items[i])) {
            const struct value *raised = raise_figures(arena, field);
            for (size_t k = 0; k < raised->list.len; k++)
                value_add(arena, figures, raised->list.items[k]);
        } else if (field) {
            value_put(arena, field, STR("facet"), value_bool(shown->items[i].facet));
            value_add(arena, top, field);
        }
    }
    values_list(arena, map, STR("top"), top);
    values_list(arena, map, STR("key_figures"), figures);
}

/* Whether all that a field says stands at the top. */
static bool is_above(struct arena *arena, const struct shown_list *top,
                     const struct shown_field *field, const struct value *map)
{
    if (!shown_holds(top, field))
        return false;
    return !has_figures(field) ||
           raise_figures(arena, map)->list.len == value_list_len(value_get(map, STR("values")));
}

/* Puts the fact box, and whether it says more than the top. */
static void put_fact_box(const struct page_maker *maker, struct value *map,
                         const struct entry *entry)
{
    struct arena *arena = maker->arena;
    const struct shown_list *shown = maker->view->collection->kind.shown;
    struct value *facts = value_list(arena), *details = value_list(arena);
    bool rest = false;
    for (size_t i = 0; i < shown[SHOWN_FACTS].len; i++) {
        const struct shown_field *field = &shown[SHOWN_FACTS].items[i];
        struct value *fact = field_of(maker, field, entry);
        if (!fact)
            continue;
        bool above = is_above(arena, &shown[SHOWN_TOP], field, fact);
        rest = rest || !above;
        value_put(arena, fact, STR("above"), value_bool(above));
        if (!field->facet)
            value_put(arena, fact, STR("figures"), value_bool(has_figures(field)));
        value_add(arena, field->facet ? facts : details, fact);
    }
    value_put(arena, map, STR("facts"), facts);
    value_put(arena, map, STR("details"), details);
    value_put(arena, map, STR("rest_any"), value_bool(rest));
}

/* Adds a list of links, if the entry has any in it. */
static void add_link_list(const struct teller *teller, struct value *lists,
                          const struct schema_property *property, const struct entry *entry)
{
    struct arena *arena = teller->arena;
    const struct value *value = value_get(entry->document->fields, property->name);
    if (!value_list_len(value))
        return;
    struct value *map = value_map(arena), *links = value_list(arena);
    for (size_t k = 0; k < value->list.len; k++)
        value_add(arena, links,
                  details_link(teller, property->schema->items, value->list.items[k]));
    values_text(arena, map, STR("id"), slug_make(arena, property->name));
    values_text(arena, map, STR("title"), marks_name(property, teller->language));
    value_put(arena, map, STR("links"), links);
    value_add(arena, lists, map);
}

static struct value *add_note_text(const struct teller *teller, struct value *notes,
                                   struct str field, struct str title, struct str text)
{
    struct value *note = value_map(teller->arena);
    values_text(teller->arena, note, STR("id"), slug_make(teller->arena, field));
    values_text(teller->arena, note, STR("title"), title);
    values_text(teller->arena, note, STR("text"), text);
    value_add(teller->arena, notes, note);
    return note;
}

/* Adds a note, if the entry has one in the field. */
static void add_note(const struct teller *teller, struct value *notes,
                     const struct shown_field *field, const struct entry *entry,
                     const struct facet_list *facets)
{
    struct str name = field->property->name;
    if (field->facet) {
        const struct term_refs *terms = &entry->terms[facet_number(facets, field->facet)];
        for (size_t i = 0; i < terms->len; i++)
            add_note_text(teller, notes, name, label_text(terms->items[i]->label, teller->language),
                          terms->items[i]->summary);
    } else {
        struct str text = value_get_str(entry->document->fields, name);
        if (text.len)
            value_put(teller->arena,
                      add_note_text(teller, notes, name,
                                    marks_name(field->property, teller->language), text),
                      STR("own"), value_bool(true));
    }
}

/* Adds the entry's terms in a facet that have an address. */
static void add_asked(const struct teller *teller, struct value *asked, const struct facet *facet,
                      const struct entry *entry, const struct facet_list *facets)
{
    const struct term_refs *terms = &entry->terms[facet_number(facets, facet)];
    for (size_t i = 0; i < terms->len; i++) {
        const struct term *term = terms->items[i];
        struct str url = term->document ? value_get_str(term->document->fields, STR(FIELD_URL))
                                        : (struct str){0};
        if (url.len == 0)
            continue;
        struct value *map = value_map(teller->arena);
        values_text(teller->arena, map, STR("name"), label_text(term->label, teller->language));
        values_url(teller->arena, map, url);
        value_add(teller->arena, asked, map);
    }
}

/* Puts what stands outside the fact box: the notes, and whom to ask. */
static void put_beside(const struct teller *teller, struct value *map,
                       const struct collection *collection, const struct entry *entry)
{
    const struct shown_list *shown = collection->kind.shown;
    struct value *notes = value_list(teller->arena), *asked = value_list(teller->arena);
    for (size_t i = 0; i < shown[SHOWN_NOTES].len; i++)
        add_note(teller, notes, &shown[SHOWN_NOTES].items[i], entry, &collection->facets);
    for (size_t i = 0; i < shown[SHOWN_ASK].len && asked->list.len == 0; i++)
        add_asked(teller, asked, shown[SHOWN_ASK].items[i].facet, entry, &collection->facets);
    if (asked->list.len)
        value_put(teller->arena, asked->list.items[asked->list.len - 1], STR("last"),
                  value_bool(true));
    value_put(teller->arena, map, STR("notes"), notes);
    value_put(teller->arena, map, STR("ask"), asked);
    value_put(teller->arena, map, STR("ask_any"), value_bool(asked->list.len));
}

static void put_link_lists(const struct teller *teller, struct value *map,
                           const struct collection *collection, const struct entry *entry)
{
    const struct shown_list *shown = &collection->kind.shown[SHOWN_LINKS];
    struct value *lists = value_list(teller->arena);
    for (size_t i = 0; i < shown->len; i++)
        add_link_list(teller, lists, shown->items[i].property, entry);
    value_put(teller->arena, map, STR("link_lists"), lists);
}

void facts_put(const struct page_maker *maker, struct value *map, const struct entry *entry)
{
    struct teller teller = {maker->arena, maker->tongue->language, maker->tongue->texts};
    put_top(maker, map, entry);
    put_fact_box(maker, map, entry);
    put_link_lists(&teller, map, maker->view->collection, entry);
    put_beside(&teller, map, maker->view->collection, entry);
}
