#include "pages/pages.h"

#include "pages/card.h"
#include "pages/cards.h"
#include "pages/feed_links.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "plan/paged.h"
#include "plan/paths.h"

const char list_page_shape[] =
    "@common @turning count count_text browse[@facet] facets{@facets} home[@facet] filters[@facet] "
    "charts[@facet] main{@facet} groups[@group] cards_each";

void list_page_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    paged_add(plan,
              (struct output){.path = plan_entries_path(&plan->arena, collection),
                              .origin = collection->kind.names->span},
              collection->entries.len);
}

void list_page_make(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    const struct entry *const *entries = (const struct entry *const *)collection->entries.items;
    struct plan_part here = page_window(maker, collection->entries.len);
    page_title(maker, page_word(maker, WORD_ALL_ENTRIES), (struct str){0});
    page_count_all(maker);
    page_facets(maker);
    page_put(maker, STR("groups"),
             groups_value(maker->arena, collection, maker->tongue, entries, collection->entries.len,
                          here));
    page_put(maker, STR("cards_each"), value_int(maker->arena, CARDS_IN_FILE));
    page_feed(maker, NULL);
    linked_entries(maker, entries, collection->entries.len, here);
}

struct str list_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return page_word(maker, WORD_ALL_ENTRIES);
}
