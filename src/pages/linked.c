#include "pages/linked.h"

#include "base/json.h"
#include "collection/fields.h"
#include "plan/paths.h"

struct linked {
    struct page_maker *maker;
    struct buf text;
    struct json json;
};

static void open_typed(struct linked *linked, const char *type)
{
    json_open_map(&linked->json, JSON_TIGHT);
    json_put_member(&linked->json, STR("@type"), str_of(type));
}

/* Opens a map as the value of a key. */
static void open_inner(struct linked *linked, struct str key, const char *type)
{
    json_key(&linked->json, key);
    open_typed(linked, type);
}

static void linked_text(struct linked *linked, struct str key, struct str text)
{
    if (text.len)
        json_put_member(&linked->json, key, text);
}

static const struct settings *settings_of(const struct linked *linked)
{
    return &linked->maker->view->collection->settings;
}

/* Returns the full address of a page, or else the relative one. */
static struct str linked_address(const struct linked *linked, struct str path)
{
    const struct page_maker *maker = linked->maker;
    struct str full = plan_address(maker->arena, maker->view->collection, path);
    return full.len ? full : STR_JOIN(maker->arena, maker->root, path);
}

/* ---- the way to the page ---- */

static void put_step(struct linked *linked, size_t position, struct str title, struct str address)
{
    open_typed(linked, "ListItem");
    json_put_figure(&linked->json, STR("position"), position);
    linked_text(linked, STR("name"), title);
    linked_text(linked, STR("item"), address);
    json_close(&linked->json);
}

/* The last step is the page itself, which needs no address. */
static void put_breadcrumb(struct linked *linked)
{
    const struct value *steps = linked->maker->breadcrumb;
    size_t count = steps->list.len;
    if (count == 0)
        return;
    open_typed(linked, "BreadcrumbList");
    json_key(&linked->json, STR("itemListElement"));
    json_open_list(&linked->json, JSON_TIGHT);
    for (size_t i = 0; i < count; i++)
        put_step(linked, i + 1, value_get_str(steps->list.items[i], STR("title")),
                 linked_address(linked, value_get_str(steps->list.items[i], STR("path"))));
    put_step(linked, count + 1, value_get_str(linked->maker->map, STR("title")), (struct str){0});
    json_close(&linked->json);
    json_close(&linked->json);
}

/* ---- the page ---- */

static void put_organization(struct linked *linked, struct str key)
{
    struct str publisher = value_get_str(settings_of(linked)->fields, STR(FIELD_PUBLISHER));
    if (publisher.len == 0)
        return;
    open_inner(linked, key, "Organization");
    linked_text(linked, STR("name"), publisher);
    json_close(&linked->json);
}

static void put_licence(struct linked *linked)
{
    const struct value *licence = value_get(settings_of(linked)->fields, STR(FIELD_LICENCE));
    linked_text(linked, STR("license"), value_get_str(licence, STR("url")));
}

static void put_site(struct linked *linked)
{
    open_inner(linked, STR("isPartOf"), "WebSite");
    linked_text(linked, STR("name"), settings_of(linked)->title);
    linked_text(linked, STR("url"), settings_of(linked)->base_url);
    json_close(&linked->json);
}

/* Begins the page, with what all kinds have. */
static void linked_open(struct linked *linked, struct page_maker *maker, const char *type,
                        struct str title_key)
{
    *linked = (struct linked){.maker = maker, .text = BUF_INIT};
    linked->json = json_into(&linked->text);
    linked->json.in_html = true;
    json_open_map(&linked->json, JSON_TIGHT);
    json_put_member(&linked->json, STR("@context"), STR("https://schema.org"));
    json_key(&linked->json, STR("@graph"));
    json_open_list(&linked->json, JSON_TIGHT);
    put_breadcrumb(linked);
    open_typed(linked, type);
    linked_text(linked, title_key, value_get_str(maker->map, STR("title")));
    linked_text(linked, STR("description"), value_get_str(maker->map, STR("description")));
    linked_text(linked, STR("inLanguage"), maker->output->language);
    linked_text(linked, STR("url"),
                plan_address(maker->arena, maker->view->collection, maker->canonical));
}

static void linked_close(struct linked *linked)
{
    struct arena *arena = linked->maker->arena;
    json_close(&linked->json);
    json_close(&linked->json);
    json_close(&linked->json);
    page_put(linked->maker, STR("linked_data"),
             value_html(arena, buf_finish(&linked->text, arena)));
}

void linked_site(struct page_maker *maker)
{
    struct linked linked;
    linked_open(&linked, maker, "WebSite", STR("name"));
    linked_text(&linked, STR("alternateName"), value_get_str(maker->tongue->site, STR("subtitle")));
    put_organization(&linked, STR("publisher"));
    put_licence(&linked);
    linked_close(&linked);
}

void linked_page(struct page_maker *maker)
{
    struct linked linked;
    linked_open(&linked, maker, "WebPage", STR("name"));
    put_site(&linked);
    linked_close(&linked);
}

/* Puts the terms of the main facet, which say what an entry is about. */
static void put_topics(struct linked *linked, const struct entry *entry)
{
    const struct facet_list *facets = &linked->maker->view->collection->facets;
    const struct facet *main = collection_main(linked->maker->view->collection);
    const struct term_refs *terms = main ? &entry->terms[facet_number(facets, main)] : NULL;
    if (!terms || terms->len == 0)
        return;
    json_key(&linked->json, STR("keywords"));
    json_open_list(&linked->json, JSON_TIGHT);
    for (size_t i = 0; i < terms->len && i < LINKED_MAX; i++)
        json_put_text(&linked->json,
                      label_text(terms->items[i]->label, linked->maker->output->language));
    json_close(&linked->json);
}

void linked_entry(struct page_maker *maker, const struct entry *entry)
{
    struct linked linked;
    struct str about = maker->view->collection->kind.about;
    linked_open(&linked, maker, "Article", STR("headline"));
    linked_text(&linked, STR("dateModified"), plan_updated(maker->output));
    put_topics(&linked, entry);
    if (about.len) {
        open_inner(&linked, STR("about"), str_c(maker->arena, about));
        linked_text(&linked, STR("name"), entry->title);
        json_close(&linked.json);
    }
    put_organization(&linked, STR("author"));
    put_organization(&linked, STR("publisher"));
    put_licence(&linked);
    put_site(&linked);
    linked_close(&linked);
}

/* The page about the open data lies beside their folder, under its name. */
void linked_data(struct page_maker *maker)
{
    struct linked linked;
    const struct value *edition = value_get(maker->tongue->site, STR("edition"));
    linked_open(&linked, maker, "Dataset", STR("name"));
    linked_text(&linked, STR("version"), value_get_str(edition, STR("version")));
    put_organization(&linked, STR("creator"));
    put_organization(&linked, STR("publisher"));
    put_licence(&linked);
    json_key(&linked.json, STR("isAccessibleForFree"));
    json_put_bool(&linked.json, true);
    linked_close(&linked);
}

/* ---- lists ---- */

/* A list with nothing in it is not told of. Returns whether it is. */
static bool open_list(struct linked *linked, struct page_maker *maker, size_t count)
{
    linked_open(linked, maker, "CollectionPage", STR("name"));
    put_site(linked);
    if (count == 0) {
        linked_close(linked);
        return false;
    }
    open_inner(linked, STR("mainEntity"), "ItemList");
    json_put_figure(&linked->json, STR("numberOfItems"), count);
    json_key(&linked->json, STR("itemListElement"));
    json_open_list(&linked->json, JSON_TIGHT);
    return true;
}

static void put_listed(struct linked *linked, size_t position, struct str path)
{
    open_typed(linked, "ListItem");
    json_put_figure(&linked->json, STR("position"), position);
    linked_text(linked, STR("url"), linked_address(linked, path));
    json_close(&linked->json);
}

static void close_list(struct linked *linked)
{
    json_close(&linked->json);
    json_close(&linked->json);
    linked_close(linked);
}

void linked_entries(struct page_maker *maker, const struct entry *const *entries, size_t count,
                    struct plan_part here)
{
    struct linked linked;
    if (!open_list(&linked, maker, count))
        return;
    for (size_t i = here.from; i < here.to && i < here.from + LINKED_MAX; i++)
        put_listed(&linked, i + 1, plan_page_of(maker->view->plan, entries[i]->document));
    close_list(&linked);
}

void linked_terms(struct page_maker *maker, const struct term *const *terms, size_t count,
                  struct plan_part here)
{
    struct linked linked;
    if (!open_list(&linked, maker, count))
        return;
    for (size_t i = here.from; i < here.to && i < here.from + LINKED_MAX; i++)
        put_listed(&linked, i + 1, terms[i]->path);
    close_list(&linked);
}
