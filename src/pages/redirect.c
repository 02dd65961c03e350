#include "pages/pages.h"

#include "pages/page_maker.h"
#include "pages/values.h"

const char redirect_page_shape[] = "@common target{title path}";

void redirect_page_make(struct page_maker *maker)
{
    struct str path = maker->output->redirect->to;
    struct value *target = value_map(maker->arena);
    page_title(maker, page_word(maker, WORD_MOVED), (struct str){0});
    values_text(maker->arena, target, STR("title"),
                page_title_of(maker, plan_find(maker->view->plan, path)));
    values_text(maker->arena, target, STR("path"), path);
    page_put(maker, STR("target"), target);
    maker->canonical = path;
}
