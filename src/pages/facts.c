#include "pages/facts.h"

#include "base/slug.h"
#include "pages/details.h"
#include "pages/values.h"

const char detail_shape[] = "title figures? values[@detail_value]";
const char link_list_shape[] = "id title links[@detail_link]";

/* Adds a field that is no facet, if the entry has it. */
static void add_detail(const struct teller *teller, struct value *details,
                       const struct schema_property *property, const struct entry *entry)
{
    struct arena *arena = teller->arena;
    const struct value *value = value_get(entry->document->fields, property->name);
    if (!value || value->kind == VALUE_NULL)
        return;
    struct value *values = details_values(teller, property->schema, value);
    if (values->list.len == 0)
        return;
    struct value *detail = value_map(arena);
    struct str title = marks_title(property->schema, teller->language);
    values_text(arena, detail, STR("title"), title.len ? title : property->name);
    value_put(arena, detail, STR("figures"),
              value_bool(arena, details_have_figures(property->schema)));
    value_put(arena, detail, STR("values"), values);
    value_add(arena, details, detail);
}

/* Adds a facet in which the entry has terms or proposes some. */
static void add_fact(const struct page_maker *maker, struct value *facts, const struct facet *facet,
                     const struct entry *entry)
{
    struct arena *arena = maker->arena;
    const struct collection *collection = maker->view->collection;
    struct str language = maker->tongue->language;
    struct value *terms = view_terms(arena, collection, maker->tongue, entry,
                                     facet_number(&collection->facets, facet), SIZE_MAX);
    if (terms->list.len == 0)
        return;
    struct value *fact = value_map(arena);
    struct str noun = label_noun(facet->names, language, terms->list.len);
    values_text(arena, fact, STR("title"), noun.len ? noun : label_text(facet->title, language));
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
    struct str title = marks_title(property->schema, teller->language);
    for (size_t k = 0; k < value->list.len; k++)
        value_add(arena, links,
                  details_link(teller, property->schema->items, value->list.items[k]));
    values_text(arena, map, STR("id"), slug_make(arena, property->name));
    values_text(arena, map, STR("title"), title.len ? title : property->name);
    value_put(arena, map, STR("links"), links);
    value_add(arena, lists, map);
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
            add_fact(maker, facts, field->facet, entry);
        else
            add_detail(&teller, details, field->property, entry);
    }
    for (size_t i = 0; i < shown[SHOWN_LINKS].len; i++)
        add_link_list(&teller, lists, shown[SHOWN_LINKS].items[i].property, entry);
    value_put(arena, map, STR("facts"), facts);
    value_put(arena, map, STR("details"), details);
    value_put(arena, map, STR("link_lists"), lists);
}
