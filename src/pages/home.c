#include "pages/pages.h"

#include "pages/linked.h"
#include "pages/page_maker.h"
#include "plan/paths.h"

const char home_page_shape[] = "@common count count_text browse[@facet] facets{@facets} "
                               "home[@facet] filters[@facet] charts[@facet] main{@facet}";

void home_page_add(struct plan *plan)
{
    plan_add(plan, (struct output){.path = STR(HOME_PATH), .origin = plan_settings_span(plan)});
}

void home_page_make(struct page_maker *maker)
{
    const struct settings *settings = &maker->view->collection->settings;
    page_titles(maker, settings->title, settings_name(maker->arena, settings), (struct str){0});
    page_count_all(maker);
    page_facets(maker);
    linked_site(maker);
}

struct str home_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return page_word(maker, WORD_HOME);
}
