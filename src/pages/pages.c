#include "pages/pages.h"

#include "base/address.h"
#include "pages/crossing.h"
#include "pages/form.h"
#include "pages/making.h"

struct str page_word(const struct making *page, struct str key)
{
    return value_get_str(page->tongue->texts, key);
}

void page_put(struct making *page, struct str name, const struct value *value)
{
    value_put(page->arena, page->map, name, value);
}

void page_text(struct making *page, struct str name, struct str text)
{
    view_text(page->arena, page->map, name, text);
}

void page_crumb(struct making *page, struct str title, struct str path)
{
    struct value *step = value_map(page->arena);
    view_text(page->arena, step, STR("title"), title);
    view_text(page->arena, step, STR("path"), path);
    value_add(page->arena, page->breadcrumb, step);
}

static void put_menu(struct making *page)
{
    struct arena *arena = page->arena;
    const struct value *menu = value_get(page->tongue->site, STR("menu"));
    struct value *list = value_list(arena);
    for (size_t i = 0; menu && menu->kind == VALUE_LIST && i < menu->list.len; i++) {
        struct value *item = value_map(arena);
        struct str path = value_get_str(menu->list.items[i], STR("path"));
        view_text(arena, item, STR("title"), value_get_str(menu->list.items[i], STR("title")));
        view_text(arena, item, STR("path"), path);
        value_put(arena, item, STR("current"), value_bool(arena, str_eq(path, page->output->path)));
        value_add(arena, list, item);
    }
    page_put(page, STR("menu"), list);
}

/* The names that all pages share, and the way to the page. */
static void put_common(struct making *page)
{
    const struct settings *settings = &page->view->collection->settings;
    struct str path = page->output->path;
    page_text(page, STR("root"), page->root);
    page_text(page, STR("asset_root"), plan_root_of(page->arena, path));
    page_text(page, STR("entries_path"), plan_entries_path(page->arena, page->view->collection));
    page_text(page, STR("overview_path"), plan_overview_path(page->arena, page->view->collection));
    page_text(page, STR("print_path"), plan_print_path(page->arena, page->view->collection));
    page_text(page, STR("search_path"), plan_search_path(page->arena, page->view->collection));
    page_text(page, STR("path"), path);
    page_text(page, STR("lang"), page->tongue->language);
    if (!str_eq(page->output->language, page->tongue->language))
        page_text(page, STR("text_lang"), page->output->language);
    page_put(page, STR("t"), page->tongue->texts);
    page_put(page, STR("site"), page->tongue->site);
    page_put(page, STR("assets"), page->view->assets);
    page_put(page, STR("pages"), page->view->pages);
    view_any(page->arena, page->map, STR("pages"), page->view->pages);
    page_put(page, STR("breadcrumb"), page->breadcrumb);
    struct str lasting =
        page->output->family == FAMILY_REDIRECT ? page->output->redirect->to : path;
    if (settings->base_url.len && page->output->family != FAMILY_NOT_FOUND)
        page_text(page, STR("canonical"), STR_JOIN(page->arena, settings->base_url, lasting));
    put_menu(page);
}

static void put_titles(struct making *page, struct str title, struct str page_title,
                       struct str description)
{
    page_text(page, STR("title"), title);
    page_text(page, STR("page_title"), page_title);
    page_text(page, STR("description"),
              description.len ? description
                              : value_get_str(page->tongue->site, STR("description")));
}

void page_title(struct making *page, struct str title, struct str description)
{
    struct str site = page->view->collection->settings.title;
    put_titles(page, title, STR_JOIN(page->arena, title, STR(" – "), site), description);
}

void page_edit_url(struct making *page, const struct document *document)
{
    struct str base = value_get_str(page->tongue->site, STR("edit_url"));
    if (base.len)
        page_text(page, STR("edit_url"), STR_JOIN(page->arena, base, document->source.path));
}

void page_all_count(struct making *page)
{
    view_count(page->arena, page->map, page->view->collection, page->tongue,
               page->view->collection->entries.len);
}

static void put_facets(struct making *page)
{
    page_put(page, STR("facets"), page->tongue->by_field);
    page_put(page, STR("browse"), page->tongue->browse);
}

static void make_home(struct making *page)
{
    const struct settings *settings = &page->view->collection->settings;
    struct str subtitle = value_get_str(page->tongue->site, STR("subtitle"));
    put_titles(page, settings->title,
               subtitle.len ? STR_JOIN(page->arena, settings->title, STR(" – "), subtitle)
                            : settings->title,
               (struct str){0});
    page_all_count(page);
    put_facets(page);
}

struct str page_entries_title(const struct making *page)
{
    return page_word(page, STR("all_entries"));
}

static void make_entries(struct making *page)
{
    const struct collection *collection = page->view->collection;
    page_title(page, page_entries_title(page), (struct str){0});
    page_all_count(page);
    put_facets(page);
    page_put(page, STR("groups"),
             view_groups(page->arena, collection, page->tongue,
                         (const struct entry *const *)collection->entries.items,
                         collection->entries.len));
}

static void make_overview(struct making *page)
{
    page_title(page, page_word(page, STR("overview")), (struct str){0});
    page_all_count(page);
    put_facets(page);
    page_put(page, STR("table"), crossing_table(page->arena, page->view->collection, page->tongue));
}

static void make_facet(struct making *page)
{
    const struct facet *facet = page->output->facet;
    size_t number = facet_number(&page->view->collection->facets, facet);
    page_title(page, label_text(facet->title, page->tongue->language), (struct str){0});
    page_all_count(page);
    const struct value *terms = value_get(page->tongue->facets[number], STR("terms"));
    page_put(page, STR("terms"), terms);
    view_any(page->arena, page->map, STR("terms"), terms);
}

static void put_names(struct making *page, const struct term_names *names)
{
    struct value *list = value_list(page->arena);
    for (size_t i = 0; i < names->len; i++)
        value_add(page->arena, list, value_text(page->arena, names->items[i].text));
    page_put(page, STR("names"), list);
    view_any(page->arena, page->map, STR("names"), list);
}

static void put_term_document(struct making *page, const struct term *term)
{
    const struct document *document = term->document;
    page_text(page, STR("short"), term->short_name.text);
    put_names(page, &term->names);
    struct str url = value_get_str(document->fields, STR("url"));
    page_text(page, STR("url"), url);
    if (url.len)
        page_text(page, view_host_name(page->arena, STR("url")), address_host(url));
    page_put(page, STR("body"), view_body(page->arena, page->view->plan, page->root, document));
    page_edit_url(page, document);
}

static void put_crossings(struct making *page, const struct term *folder)
{
    const struct value *crossings =
        crossing_of_folder(page->arena, page->view->collection, page->tongue, folder);
    if (!crossings)
        return;
    page_put(page, STR("crossings"), crossings);
    view_any(page->arena, page->map, STR("crossings"), crossings);
}

static void make_term(struct making *page)
{
    const struct term *term = page->output->term;
    const struct facet *facet = term->facet;
    struct str language = page->tongue->language;
    struct str facet_path = plan_facet_path(page->arena, facet);
    if (facet_path.len)
        page_crumb(page, label_text(facet->title, language), facet_path);
    else
        page_crumb(page, page_entries_title(page),
                   plan_entries_path(page->arena, page->view->collection));
    page_title(page, label_text(term->label, language), term->summary);
    page_text(page, STR("summary"), term->summary);
    page_text(page, STR("facet"), label_noun(facet->names, language, 1));
    view_count(page->arena, page->map, page->view->collection, page->tongue, term->entries.len);
    page_put(page, STR("used"), value_bool(page->arena, term->entries.len > 0));
    page_put(page, STR("grouped"), value_bool(page->arena, facet->grouped));
    page_put(page, STR("groups"),
             view_groups(page->arena, page->view->collection, page->tongue, term->entries.items,
                         facet->grouped ? term->entries.len : 0));
    page_put(page, STR("cards"),
             view_cards(page->arena, page->tongue, term->entries.items,
                        facet->grouped ? 0 : term->entries.len));
    if (facet->of_folder)
        put_crossings(page, term);
    if (term->document)
        put_term_document(page, term);
}

static void make_page(struct making *page)
{
    const struct page *subject = page->output->page;
    page_title(page, subject->title, subject->summary);
    page_text(page, STR("summary"), subject->summary);
    page_put(page, STR("body"),
             view_body(page->arena, page->view->plan, page->root, subject->document));
    page_edit_url(page, subject->document);
    if (str_eq(subject->document->slug, page->view->collection->kind.form))
        page_put(page, STR("form"), form_view(page->arena, page->view, page->tongue));
}

/*
 * Shown at any address that is missing: with a known address of the site its
 * links do not depend on where (page_view). Its style does, for a page must
 * load nothing from elsewhere when it is opened from a folder.
 */
static void make_not_found(struct making *page)
{
    page_title(page, page_word(page, STR("not_found")), (struct str){0});
}

/* What a page is called where others link to it. */
static struct str title_of(const struct making *page, const struct output *output)
{
    struct str language = page->tongue->language;
    switch (output->family) {
    case FAMILY_HOME: return page_word(page, STR("home"));
    case FAMILY_ENTRIES: return page_entries_title(page);
    case FAMILY_OVERVIEW: return page_word(page, STR("overview"));
    case FAMILY_PRINT: return page_word(page, STR("print_all"));
    case FAMILY_ENTRY: return output->entry->title;
    case FAMILY_FACET: return label_text(output->facet->title, language);
    case FAMILY_TERM: return label_text(output->term->label, language);
    case FAMILY_PAGE: return output->page->title;
    default: return output->path;
    }
}

static void make_redirect(struct making *page)
{
    struct str path = page->output->redirect->to;
    struct value *target = value_map(page->arena);
    page_title(page, page_word(page, STR("moved")), (struct str){0});
    view_text(page->arena, target, STR("title"), title_of(page, plan_find(page->view->plan, path)));
    view_text(page->arena, target, STR("path"), path);
    page_put(page, STR("target"), target);
}

static void (*const makers[FAMILIES])(struct making *page) = {
    [FAMILY_HOME] = make_home,           [FAMILY_ENTRIES] = make_entries,
    [FAMILY_OVERVIEW] = make_overview,   [FAMILY_PRINT] = make_print,
    [FAMILY_ENTRY] = make_entry,         [FAMILY_FACET] = make_facet,
    [FAMILY_TERM] = make_term,           [FAMILY_PAGE] = make_page,
    [FAMILY_NOT_FOUND] = make_not_found, [FAMILY_REDIRECT] = make_redirect,
};

const struct value *page_view(const struct view *view, const struct output *output,
                              struct arena *arena)
{
    struct making page = {.view = view,
                          .tongue = view_tongue(view, output->language),
                          .output = output,
                          .arena = arena,
                          .root = plan_root_of(arena, output->path),
                          .map = value_map(arena),
                          .breadcrumb = value_list(arena)};
    if (output->family == FAMILY_NOT_FOUND && view->collection->settings.base_url.len)
        page.root = view->collection->settings.base_url;
    if (output->family != FAMILY_HOME)
        page_crumb(&page, page_word(&page, STR("home")), STR("index.html"));
    put_common(&page);
    makers[output->family](&page);
    return page.map;
}
