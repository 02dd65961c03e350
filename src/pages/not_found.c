#include "pages/pages.h"

#include "pages/page_maker.h"

const char not_found_page_shape[] = "@common";

void not_found_page_add(struct plan *plan)
{
    plan_add(plan, (struct output){.path = STR("404.html"), .origin = plan_settings_span(plan)});
}

/*
 * A server shows this page at any address that is missing, so relative links on
 * it would lead astray. If the site's address is known, page_make() makes them
 * absolute. The addresses of style and scripts stay relative, for a page that is
 * opened from a folder must load nothing from the net.
 */
void not_found_page_make(struct page_maker *maker)
{
    page_title(maker, page_word(maker, WORD_NOT_FOUND), (struct str){0});
}
