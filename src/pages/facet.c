#include "pages/pages.h"

#include "collection/fields.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/paths.h"

const char facet_page_shape[] = "@common count count_text terms[@term] terms_any? "
                                "kinds[kind terms[@term]] kinds_any?";

void facet_page_add(struct plan *plan)
{
    const struct facet_list *facets = &plan->collection->facets;
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        struct str path = plan_facet_path(&plan->arena, facet);
        if (path.len)
            plan_add(plan, (struct output){.path = path, .facet = facet, .origin = facet->span});
    }
}

static struct value *add_kind(struct arena *arena, struct value *kinds, struct str name)
{
    struct value *kind = value_map(arena);
    values_text(arena, kind, STR("kind"), name);
    value_put(arena, kind, STR("terms"), value_list(arena));
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
                add_kind(arena, kinds, label_text(kind->value, maker->tongue->language)));
    }
    struct value *others = add_kind(arena, kinds, (struct str){0});
    for (size_t i = 0; i < facet->terms.len; i++) {
        const struct document *document = facet->terms.items[i]->document;
        struct str id = document ? value_get_str(document->fields, STR(FIELD_KIND)) : STR("");
        struct value *kind = map_get(&by_id, id);
        value_add(arena, value_get(kind ? kind : others, STR("terms")), terms->list.items[i]);
    }
    return kinds;
}

/* Puts the terms by kind, in the order of x-kinds, without the kinds that no term is of. */
static void put_kinds(struct page_maker *maker, const struct value *terms)
{
    struct value *used = value_list(maker->arena);
    const struct value *all =
        maker->output->facet->kinds ? sort_by_kind(maker, terms) : value_list(maker->arena);
    for (size_t i = 0; i < all->list.len; i++)
        if (value_list_len(value_get(all->list.items[i], STR("terms"))))
            value_add(maker->arena, used, all->list.items[i]);
    page_list(maker, STR("kinds"), used);
}

void facet_page_make(struct page_maker *maker)
{
    const struct facet *facet = maker->output->facet;
    size_t number = facet_number(&maker->view->collection->facets, facet);
    page_title(maker, label_text(facet->title, maker->tongue->language), (struct str){0});
    page_count_all(maker);
    const struct value *terms = value_get(maker->tongue->facets[number], STR("terms"));
    page_list(maker, STR("terms"), terms);
    put_kinds(maker, terms);
    linked_terms(maker, facet);
}

struct str facet_page_title(const struct page_maker *maker, const struct output *output)
{
    return label_text(output->facet->title, maker->tongue->language);
}
