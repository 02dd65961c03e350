#include "pages/pages.h"

#include "pages/page_maker.h"
#include "pages/values.h"

const char redirect_page_shape[] = "@common target{title path}";

static void lead_on(struct page_maker *maker, struct str title, struct str to_title)
{
    struct str path = maker->output->redirect->to;
    struct value *target = value_map(maker->arena);
    page_title(maker, title, (struct str){0});
    values_text(maker->arena, target, STR("title"), to_title);
    values_text(maker->arena, target, STR("path"), path);
    page_put(maker, STR("target"), target);
    maker->canonical = path;
}

static struct str title_of_target(const struct page_maker *maker)
{
    return page_title_of(maker, plan_find(maker->view->plan, maker->output->redirect->to));
}

void redirect_page_make(struct page_maker *maker)
{
    lead_on(maker, page_word(maker, WORD_MOVED), title_of_target(maker));
}

/* Nothing has moved: the page is called what the list is. */
void folder_page_make(struct page_maker *maker)
{
    struct str title = title_of_target(maker);
    lead_on(maker, title, title);
}
