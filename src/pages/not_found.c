#include "pages/pages.h"

#include "pages/page_maker.h"

const char not_found_page_shape[] = "@common";

void not_found_page_add(struct plan *plan)
{
    plan_add(plan, (struct output){.path = STR("404.html"), .origin = plan_settings_span(plan)});
}

/*
 * Shown at any address that is missing: with a known address of the site its
 * links do not depend on where (page_view). Its style does, for a page must
 * load nothing from elsewhere when it is opened from a folder.
 */
void not_found_page_make(struct page_maker *maker)
{
    page_title(maker, page_word(maker, WORD_NOT_FOUND), (struct str){0});
}
