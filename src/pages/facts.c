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

static struct value *link_lists_of(const struct teller *teller, const struct schema *schema,
                                   const struct entry *entry)
{
    struct arena *arena = teller->arena;
    struct value *lists = value_list(arena);
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        const struct value *value = value_get(entry->document->fields, property->name);
        if (!value_list_len(value) || !shown_is_links(property->schema))
            continue;
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
    return lists;
}

void facts_put(const struct page_maker *maker, struct value *map, const struct entry *entry)
{
    struct teller teller = {maker->arena, maker->tongue->language, maker->tongue->texts};
    const struct shown_list *shown = &maker->view->collection->kind.shown[SHOWN_FACTS];
    struct value *facts = value_list(maker->arena), *details = value_list(maker->arena);
    for (size_t i = 0; i < shown->len; i++) {
        if (shown->items[i].facet)
            add_fact(maker, facts, shown->items[i].facet, entry);
        else
            add_detail(&teller, details, shown->items[i].property, entry);
    }
    value_put(maker->arena, map, STR("facts"), facts);
    value_put(maker->arena, map, STR("details"), details);
    value_put(maker->arena, map, STR("link_lists"),
              link_lists_of(&teller, maker->view->collection->schema, entry));
}
