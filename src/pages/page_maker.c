#include "pages/page_maker.h"

#include "base/address.h"
#include "collection/fields.h"
#include "pages/values.h"
#include "pages/turning.h"
#include "plan/downloads.h"
#include "plan/paged.h"
#include "plan/paths.h"

const char page_common_shape[] =
    "root asset_root path lang text_lang title page_title description canonical updated edit_url "
    "linked_data:html share{url width height} feed{title path json_path} "
    "entries_path overview_path print_path print_parts? compare_path news_path downloads_path "
    "search_path "
    "search_split? "
    "menu[title path current?] breadcrumb[title path] pages[title path] pages_any? pages_more? "
    "pages_whole? "
    "t{@texts} site{@site} assets{@assets}";

struct str page_word(const struct page_maker *maker, enum own_word word)
{
    return value_get_str(maker->tongue->texts, own_word_keys[word]);
}

struct str page_word_or(const struct page_maker *maker, struct str key, struct str otherwise)
{
    struct str word = value_get_str(maker->tongue->texts, key);
    return word.len ? word : otherwise;
}

struct str page_title_of(const struct page_maker *maker, const struct output *output)
{
    return output->family->title ? output->family->title(maker, output) : output->path;
}

void page_put(struct page_maker *maker, struct str name, const struct value *value)
{
    value_put(maker->arena, maker->map, name, value);
}

void page_text(struct page_maker *maker, struct str name, struct str text)
{
    values_text(maker->arena, maker->map, name, text);
}

void page_list(struct page_maker *maker, struct str name, const struct value *list)
{
    values_list(maker->arena, maker->map, name, list);
}

void page_crumb(struct page_maker *maker, struct str title, struct str path)
{
    struct value *step = value_map(maker->arena);
    values_text(maker->arena, step, STR("title"), title);
    values_text(maker->arena, step, STR("path"), path);
    value_add(maker->arena, maker->breadcrumb, step);
}

void page_crumb_entries(struct page_maker *maker)
{
    page_crumb(maker, page_word(maker, WORD_ALL_ENTRIES),
               plan_entries_path(maker->arena, maker->view->collection));
}

static void put_menu(struct page_maker *maker)
{
    struct arena *arena = maker->arena;
    const struct value *menu = value_get(maker->tongue->site, STR("menu"));
    struct value *list = value_list(arena);
    for (size_t i = 0; i < value_list_len(menu); i++) {
        struct value *item = value_map(arena);
        struct str path = value_get_str(menu->list.items[i], STR("path"));
        values_text(arena, item, STR("title"), value_get_str(menu->list.items[i], STR("title")));
        values_text(arena, item, STR("path"), path);
        value_put(arena, item, STR("current"), value_bool(str_eq(path, maker->output->path)));
        value_add(arena, list, item);
    }
    page_put(maker, STR("menu"), list);
}

/* Puts the text pages: all of them on the front page, on other pages the first ones. */
static void put_text_pages(struct page_maker *maker)
{
    const struct view *view = maker->view;
    bool home = str_eq(maker->output->path, STR(HOME_PATH));
    bool many = view->collection->pages.len > PAGES_MAX;
    page_list(maker, STR("pages"), home ? view->pages : view->first_pages);
    page_put(maker, STR("pages_more"), value_bool(many && !home));
    page_put(maker, STR("pages_whole"), value_bool(many && home));
}

/* A picture that is shared has a full address or none (https://ogp.me/). */
static void put_share(struct page_maker *maker)
{
    struct arena *arena = maker->arena;
    const struct share_picture *share = &maker->view->plan->inputs.share;
    struct value *map = value_map(arena);
    if (!share->asset || maker->view->collection->settings.base_url.len == 0)
        return;
    values_text(arena, map, STR("url"),
                plan_address(arena, maker->view->collection, plan_asset_path(arena, share->asset)));
    if (share->width && share->height) {
        value_put(arena, map, STR("width"), value_int(arena, share->width));
        value_put(arena, map, STR("height"), value_int(arena, share->height));
    }
    page_put(maker, STR("share"), map);
}

/* Puts the way to the other pages of a list over several. */
static void put_paging(struct page_maker *maker)
{
    const struct paging *paging = maker->output->paging;
    if (!paging)
        return;
    page_put(maker, STR("paging"), turning_value(maker->arena, maker->tongue, paging));
    page_put(maker, STR("continued"), value_bool(paging->number > 0));
}

/* Puts the names that all pages share, with the breadcrumb, which make() goes on with. */
static void put_common(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    struct str path = maker->output->path;
    page_text(maker, STR("root"), maker->root);
    page_text(maker, STR("asset_root"), maker->root);
    page_text(maker, STR("entries_path"), plan_entries_path(maker->arena, collection));
    page_text(maker, STR("overview_path"), plan_overview_path(maker->arena, collection));
    page_text(maker, STR("print_path"), plan_print_path(maker->arena, collection));
    page_put(maker, STR("print_parts"), value_bool(maker->view->prints_in_parts));
    page_text(maker, STR("compare_path"), plan_compare_path(maker->arena, collection));
    page_text(maker, STR("news_path"), plan_news_path(maker->arena, collection));
    page_text(maker, STR("downloads_path"), plan_downloads_path(maker->arena, collection));
    page_text(maker, STR("search_path"), maker->view->plan->search_path);
    page_put(maker, STR("search_split"), value_bool(maker->view->plan->search_split));
    page_text(maker, STR("path"), path);
    page_text(maker, STR("lang"), maker->tongue->language);
    if (!str_eq(maker->output->language, maker->tongue->language))
        page_text(maker, STR("text_lang"), maker->output->language);
    page_put(maker, STR("t"), maker->tongue->texts);
    page_put(maker, STR("site"), maker->tongue->site);
    page_put(maker, STR("assets"), maker->view->assets);
    page_text(maker, STR("updated"), plan_updated(maker->output));
    put_share(maker);
    put_paging(maker);
    put_text_pages(maker);
    page_put(maker, STR("breadcrumb"), maker->breadcrumb);
    put_menu(maker);
}

void page_titles(struct page_maker *maker, struct str title, struct str window,
                 struct str description)
{
    page_text(maker, STR("title"), title);
    page_text(maker, STR("page_title"), window);
    page_text(maker, STR("description"),
              description.len ? description
                              : value_get_str(maker->tongue->site, STR("description")));
}

void page_title(struct page_maker *maker, struct str title, struct str description)
{
    struct arena *arena = maker->arena;
    const struct paging *paging = maker->output->paging;
    struct str site = maker->view->collection->settings.title, window = title;
    if (paging && paging->number) {
        page_crumb(maker, title, paging->first);
        window = STR_JOIN(arena, title, STR(" – "), turning_says(arena, maker->tongue, paging));
    }
    page_titles(maker, title, STR_JOIN(arena, window, STR(" – "), site), description);
}

struct plan_part page_window(const struct page_maker *maker, size_t count)
{
    const struct paging *paging = maker->output->paging;
    size_t size = (size_t)maker->view->collection->settings.page_size;
    return paging ? plan_part(paging->number, size, count) : (struct plan_part){.to = count};
}

void page_edit_url(struct page_maker *maker, const struct document *document)
{
    struct str base = value_get_str(maker->tongue->site, STR(FIELD_EDIT_URL));
    if (base.len)
        page_text(maker, STR("edit_url"), STR_JOIN(maker->arena, base, document->source.path));
}

void page_count_all(struct page_maker *maker)
{
    values_count(maker->arena, maker->map, maker->view->collection, maker->tongue->language,
                 maker->view->collection->entries.len);
}

void page_facets(struct page_maker *maker)
{
    page_put(maker, STR("facets"), maker->tongue->by_field);
    page_put(maker, STR("browse"), maker->tongue->browse);
    page_put(maker, STR("home"), maker->tongue->home);
    page_put(maker, STR("filters"), maker->tongue->filters);
    page_put(maker, STR("charts"), maker->tongue->charts);
    if (maker->tongue->main)
        page_put(maker, STR("main"), maker->tongue->main);
}

static void put_canonical(struct page_maker *maker)
{
    if (maker->canonical.len)
        page_text(maker, STR("canonical"),
                  plan_address(maker->arena, maker->view->collection, maker->canonical));
}

/*
 * Links on a page that is shown anywhere begin with the path in the site's address, if that is
 * known; those in a part of the list of all entries are as there.
 */
static struct str root_of(const struct view *view, const struct output *output, struct arena *arena)
{
    struct str path = address_split(view->collection->settings.base_url).path;
    if (output->family->wrap)
        return plan_root_of(arena, plan_entries_path(arena, view->collection));
    return output->family->anywhere && path.len ? path : plan_root_of(arena, output->path);
}

const struct value *page_make(const struct view *view, const struct output *output,
                              struct arena *arena)
{
    struct page_maker maker = {
        .view = view,
        .tongue = view_tongue(view, output->language),
        .output = output,
        .arena = arena,
        .root = root_of(view, output, arena),
        .canonical = output->family->anywhere ? (struct str){0} : output->path,
        .map = value_map(arena),
        .breadcrumb = value_list(arena),
    };
    if (output->family->bare) {
        output->family->make(&maker);
        return maker.map;
    }
    if (!str_eq(output->path, STR(HOME_PATH)))
        page_crumb(&maker, page_word(&maker, WORD_HOME), STR(HOME_PATH));
    put_common(&maker);
    output->family->make(&maker);
    put_canonical(&maker);
    return maker.map;
}
