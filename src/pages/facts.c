#include "pages/facts.h"

#include "base/slug.h"
#include "collection/fields.h"
#include "pages/details.h"
#include "pages/values.h"

const char detail_shape[] = "title figures? values[@detail_value]";
const char link_list_shape[] = "id title links[@detail_link]";
const char note_shape[] = "id title text";
const char asked_shape[] = "name url url_host last?";

/* Adds a field that is no facet, if the entry has it. */
static void add_detail(const struct page_maker *maker, struct value *details,
                       const struct shown_field *field, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    struct value *values = view_values(arena, maker->view->collection, maker->tongue, field, entry);
    if (values->list.len == 0)
        return;
    struct value *detail = value_map(arena);
    values_text(arena, detail, STR("title"), marks_name(field->property, maker->tongue->language));
    value_put(arena, detail, STR("figures"),
              value_bool(arena, details_have_figures(field->property->schema)));
    value_put(arena, detail, STR("values"), values);
    value_add(arena, details, detail);
}

/* Adds a facet in which the entry has terms or proposes some. */
static void add_fact(const struct page_maker *maker, struct value *facts,
                     const struct shown_field *field, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    const struct collection *collection = maker->view->collection;
    size_t number = facet_number(&collection->facets, field->facet);
    struct value *terms = view_values(arena, collection, maker->tongue, field, entry);
    if (terms->list.len == 0)
        return;
    struct value *fact = value_map(arena);
    values_text(arena, fact, STR("title"),
                maker->tongue->headings[number].over[terms->list.len > 1]);
    value_put(arena, fact, STR("terms"), terms);
    value_add(arena, facts, fact);
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

static void add_note_text(const struct teller *teller, struct value *notes, struct str field,
                          struct str title, struct str text)
{
    struct value *note = value_map(teller->arena);
    values_text(teller->arena, note, STR("id"), slug_make(teller->arena, field));
    values_text(teller->arena, note, STR("title"), title);
    values_text(teller->arena, note, STR("text"), text);
    value_add(teller->arena, notes, note);
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
            add_note_text(teller, notes, name, marks_name(field->property, teller->language), text);
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
                  value_bool(teller->arena, true));
    value_put(teller->arena, map, STR("notes"), notes);
    value_put(teller->arena, map, STR("ask"), asked);
    value_put(teller->arena, map, STR("ask_any"), value_bool(teller->arena, asked->list.len));
}

void facts_put(const struct page_maker *maker, struct value *map, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    struct teller teller = {arena, maker->tongue->language, maker->tongue->texts};
    const struct shown_list *shown = maker->view->collection->kind.shown;
    struct value *facts = value_list(arena), *details = value_list(arena),
                 *lists = value_list(arena);
    for (size_t i = 0; i < shown[SHOWN_FACTS].len; i++) {
        const struct shown_field *field = &shown[SHOWN_FACTS].items[i];
        if (field->facet)
            add_fact(maker, facts, field, entry);
        else
            add_detail(maker, details, field, entry);
    }
    for (size_t i = 0; i < shown[SHOWN_LINKS].len; i++)
        add_link_list(&teller, lists, shown[SHOWN_LINKS].items[i].property, entry);
    put_beside(&teller, map, maker->view->collection, entry);
    value_put(arena, map, STR("facts"), facts);
    value_put(arena, map, STR("details"), details);
    value_put(arena, map, STR("link_lists"), lists);
}
