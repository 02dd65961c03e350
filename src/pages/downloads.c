#include "pages/pages.h"

#include "base/language.h"
#include "collection/fields.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/downloads.h"
#include "plan/paths.h"

const char downloads_page_shape[] =
    "@common copy? living downloads[name path size title about] downloads_any? "
    "booklets[title path] booklets_any?";

void downloads_page_add(struct plan *plan)
{
    plan_add_single(plan, plan_downloads_path(&plan->arena, plan->collection));
}

static struct str download_size(const struct page_maker *maker, enum download which)
{
    const struct language *language = language_or_english(maker->tongue->language);
    struct buf size = BUF_INIT;
    language_put_size(&size, language, maker->view->download_sizes[which]);
    return buf_finish(&size, maker->arena);
}

/* What the theme calls one, and says of it. */
static const struct {
    struct str title, about;
} download_words[DOWNLOADS] = {
    [DOWNLOAD_ZIP] = {STR_INIT("download_zip"), STR_INIT("download_zip_about")},
    [DOWNLOAD_HTML] = {STR_INIT("download_html"), STR_INIT("download_html_about")},
    [DOWNLOAD_EPUB] = {STR_INIT("download_epub"), STR_INIT("download_epub_about")},
};

static void put_download(struct page_maker *maker, struct value *list, enum download which,
                         struct str path)
{
    struct arena *arena = maker->arena;
    struct value *map = value_map(arena);
    struct str title = download_words[which].title, about = download_words[which].about;
    values_text(arena, map, STR("name"), str_name(path));
    values_text(arena, map, STR("path"), path);
    values_text(arena, map, STR("size"), download_size(maker, which));
    values_text(arena, map, STR("title"), page_word_or(maker, title, str_name(path)));
    values_text(arena, map, STR("about"), page_word_or(maker, about, str_name(path)));
    value_add(arena, list, map);
}

/* Puts the pages that lead to those whose terms have booklets. */
static void put_booklets(struct page_maker *maker)
{
    const struct facet_list *facets = &maker->view->collection->facets;
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < facets->len; i++) {
        const struct facet *facet = &facets->items[i];
        struct str path = plan_facet_path(maker->arena, facet);
        if (facet->booklets.len == 0 || path.len == 0)
            continue;
        struct value *map = value_map(maker->arena);
        values_text(maker->arena, map, STR("title"),
                    label_text(facet->title, maker->tongue->language));
        values_text(maker->arena, map, STR("path"), path);
        value_add(maker->arena, list, map);
    }
    page_list(maker, STR("booklets"), list);
}

/* A copy has none of them, but says where they are. */
void downloads_page_make(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    struct value *list = value_list(maker->arena);
    bool copy = maker->view->copy;
    page_title(maker, downloads_page_title(maker, maker->output), (struct str){0});
    for (enum download which = 0; which < DOWNLOADS && !copy; which++) {
        struct str path = plan_download_path(maker->arena, collection, which);
        if (path.len)
            put_download(maker, list, which, path);
    }
    page_put(maker, STR("copy"), value_bool(copy));
    page_text(maker, STR("living"), plan_address(maker->arena, collection, maker->output->path));
    page_list(maker, STR("downloads"), list);
    put_booklets(maker);
    linked_page(maker);
}

struct str downloads_page_title(const struct page_maker *maker, const struct output *output)
{
    return page_word_or(maker, STR("downloads"), output->path);
}
