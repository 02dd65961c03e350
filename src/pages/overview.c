#include "pages/pages.h"

#include "pages/crossed.h"
#include "pages/crossing.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "plan/paths.h"

const char overview_page_shape[] =
    "@common count count_text noun browse[@facet] facets{@facets} home[@facet] filters[@facet] "
    "charts[@facet] main{@facet} table{@table} crossed[@crossed]";

void overview_page_add(struct plan *plan)
{
    plan_add_single(plan, plan_overview_path(&plan->arena, plan->collection));
}

void overview_page_make(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    page_title(maker, page_word(maker, WORD_OVERVIEW), (struct str){0});
    page_count_all(maker);
    page_text(maker, STR("noun"),
              label_noun(collection->kind.names, maker->tongue->language, collection->entries.len));
    page_facets(maker);
    page_put(maker, STR("table"), crossing_table(maker->arena, collection, maker->tongue));
    page_put(maker, STR("crossed"), crossed_pairs(maker->arena, collection, maker->tongue));
    linked_page(maker);
}

struct str overview_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return page_word(maker, WORD_OVERVIEW);
}
