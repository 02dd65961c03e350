#include "pages/pages.h"

#include "collection/fields.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/paged.h"
#include "plan/paths.h"

const char facet_page_shape[] = "@common @turning count count_text terms[@term] terms_any? "
                                "kinds[kind terms[@term]] kinds_any?";

void facet_page_add(struct plan *plan)
{
    const struct facet_list *facets = &plan->collection->facets;
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        struct str path = plan_facet_path(&plan->arena, facet);
        if (path.len)
            paged_add_terms(
                plan, (struct output){.path = path, .facet = facet, .origin = facet->span}, facet);
    }
}

static struct value *add_kind(struct arena *arena, struct value *kinds, struct str name,
                              const struct value *terms)
{
    struct value *kind = value_map(arena);
    values_text(arena, kind, STR("kind"), name);
    value_put(arena, kind, STR("terms"), terms);
    value_add(arena, kinds, kind);
    return kind;
}

/* Returns the kind of each term as the facet knows it; the last is for those that have none. */
static struct value *sort_by_kind(const struct page_maker *maker, const struct value *terms)
{
    struct arena *arena = maker->arena;
    const struct facet *facet = maker->output->facet;
    struct value *kinds = value_list(arena);
    struct map by_id;
    map_init(&by_id, arena);
    for (size_t i = 0; i < facet->kinds->map.len; i++) {
        const struct member *kind = &facet->kinds->map.items[i];
        map_add(&by_id, kind->key,
                add_kind(arena, kinds, label_text(kind->value, maker->tongue->language),
                         value_list(arena)));
    }
    struct value *others = add_kind(arena, kinds, (struct str){0}, value_list(arena));
    for (size_t i = 0; i < facet->terms.len; i++) {
        const struct document *document = facet->terms.items[i]->document;
        struct str id = document ? value_get_str(document->fields, STR(FIELD_KIND)) : STR("");
        struct value *kind = map_get(&by_id, id);
        value_add(arena, value_get(kind ? kind : others, STR("terms")), terms->list.items[i]);
    }
    return kinds;
}

/* Returns the items of a list that stand on the page, if it begins at place `start` of the whole.
 */
static struct value *terms_here(struct arena *arena, const struct value *terms, size_t start,
                                struct plan_part here)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < terms->list.len; i++)
        if (start + i >= here.from && start + i < here.to)
            value_add(arena, list, terms->list.items[i]);
    return list;
}

/*
 * Puts the terms by kind, in the order of x-kinds, without the kinds that no term on the page is
 * of.
 */
static void put_kinds(struct page_maker *maker, const struct value *terms, struct plan_part here)
{
    struct arena *arena = maker->arena;
    struct value *used = value_list(arena);
    const struct value *all =
        maker->output->facet->kinds ? sort_by_kind(maker, terms) : value_list(arena);
    for (size_t i = 0, start = 0; i < all->list.len; i++) {
        const struct value *of_kind = value_get(all->list.items[i], STR("terms"));
        const struct value *shown = terms_here(arena, of_kind, start, here);
        start += of_kind->list.len;
        if (shown->list.len == 0)
            continue;
        add_kind(arena, used, value_get_str(all->list.items[i], STR("kind")), shown);
    }
    page_list(maker, STR("kinds"), used);
}

void facet_page_make(struct page_maker *maker)
{
    const struct facet *facet = maker->output->facet;
    size_t number = facet_number(&maker->view->collection->facets, facet);
    struct plan_part here = page_window(maker, facet->terms.len);
    page_title(maker, label_text(facet->title, maker->tongue->language), (struct str){0});
    page_count_all(maker);
    const struct value *terms = value_get(maker->tongue->facets[number], STR("terms"));
    page_list(maker, STR("terms"), terms_here(maker->arena, terms, 0, here));
    put_kinds(maker, terms, here);
    linked_terms(maker, (const struct term *const *)facet->terms.items, facet->terms.len, here);
}

struct str facet_page_title(const struct page_maker *maker, const struct output *output)
{
    return label_text(output->facet->title, maker->tongue->language);
}
