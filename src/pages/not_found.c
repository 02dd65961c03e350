#include "pages/pages.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "pages/inlined.h"
#include "pages/page_maker.h"

const char not_found_page_shape[] = "@common rootless? folders inline{@inlined}";

void not_found_page_add(struct plan *plan)
{
    plan_add(plan, (struct output){.path = STR("404.html"), .origin = plan_settings_span(plan)});
}

struct folder_names {
    struct str *items; /* sorted */
    size_t len, cap;
};

static void add_folder(struct arena *arena, struct folder_names *folders, struct str path)
{
    size_t len = str_find_byte(path, '/');
    if (len >= path.len)
        return;
    struct str name = str_slice(path, 0, len);
    size_t at = folders->len;
    while (at > 0 && str_cmp(folders->items[at - 1], name) > 0)
        at--;
    if (at > 0 && str_eq(folders->items[at - 1], name))
        return;
    vec_push(arena, folders, name);
    memmove(folders->items + at + 1, folders->items + at,
            (folders->len - 1 - at) * sizeof *folders->items);
    folders->items[at] = name;
}

/*
 * Returns the folders at the root of the site, with spaces between. The search index counts whether
 * or not it has been made.
 */
static struct str root_folders(const struct plan *plan, struct arena *arena)
{
    struct folder_names folders = {0};
    struct buf list = BUF_INIT;
    for (size_t i = 0; i < plan->outputs.len; i++)
        add_folder(arena, &folders, plan->outputs.items[i].path);
    add_folder(arena, &folders, plan->search_path);
    for (size_t i = 0; i < folders.len; i++) {
        buf_put(&list, i ? STR(" ") : STR(""));
        buf_put(&list, folders.items[i]);
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
    page_put(maker, STR("rootless"), value_bool(rootless));
    page_text(maker, STR("folders"), root_folders(plan, maker->arena));
    page_put(maker, STR("inline"),
             inlined_values(maker->arena, plan->inputs.assets, plan->inputs.asset_count));
}
