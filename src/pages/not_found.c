#include "pages/pages.h"

#include "base/buf.h"
#include "pages/inlined.h"
#include "pages/page_maker.h"

const char not_found_page_shape[] = "@common rootless? folders inline{@inlined}";

void not_found_page_add(struct plan *plan)
{
    plan_add(plan, (struct output){.path = STR("404.html"), .origin = plan_settings_span(plan)});
}

/* Returns the folders at the root of the site, with spaces between. The plan is in order. */
static struct str root_folders(const struct plan *plan, struct arena *arena)
{
    struct buf list = BUF_INIT;
    struct str last = {0};
    for (size_t i = 0; i < plan->outputs.len; i++) {
        struct str path = plan->outputs.items[i].path;
        size_t len = str_find_byte(path, '/');
        if (len >= path.len || str_eq(str_slice(path, 0, len), last))
            continue;
        if (last.len)
            buf_byte(&list, ' ');
        last = str_slice(path, 0, len);
        buf_put(&list, last);
    }
    return buf_finish(&list, arena);
}

/*
 * A server shows this page at any address that is missing, so relative links on it would lead
 * astray. If the site's address is known, page_make() lets all of them begin with its path. If
 * not, the page must have its style in itself, and a script that finds the root.
 */
void not_found_page_make(struct page_maker *maker)
{
    const struct plan *plan = maker->view->plan;
    bool rootless = plan->collection->settings.base_url.len == 0;
    page_title(maker, page_word(maker, WORD_NOT_FOUND), (struct str){0});
    page_put(maker, STR("rootless"), value_bool(maker->arena, rootless));
    page_text(maker, STR("folders"), root_folders(plan, maker->arena));
    page_put(maker, STR("inline"),
             inlined_values(maker->arena, plan->inputs.assets, plan->inputs.asset_count));
}
