#include "pages/pages.h"

#include "pages/linked.h"
#include "pages/page_maker.h"
#include "plan/paths.h"

const char facet_page_shape[] = "@common count count_text terms[@term] terms_any?";

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

void facet_page_make(struct page_maker *maker)
{
    const struct facet *facet = maker->output->facet;
    size_t number = facet_number(&maker->view->collection->facets, facet);
    page_title(maker, label_text(facet->title, maker->tongue->language), (struct str){0});
    page_count_all(maker);
    const struct value *terms = value_get(maker->tongue->facets[number], STR("terms"));
    page_list(maker, STR("terms"), terms);
    linked_terms(maker, facet);
}

struct str facet_page_title(const struct page_maker *maker, const struct output *output)
{
    return label_text(output->facet->title, maker->tongue->language);
}
