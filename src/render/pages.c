#include "render/pages.h"

#include "base/buf.h"
#include "parse/address.h"
#include "render/crossing.h"
#include "render/related.h"

/* A page while its view is being made. */
struct making {
    const struct view *view;
    const struct tongue *tongue;
    const struct output *output;
    struct arena *arena;
    struct str root;
    struct value *map;
    struct value *breadcrumb;
};

static struct str word(const struct making *page, struct str key)
{
    return value_get_str(page->tongue->texts, key);
}

static void put(struct making *page, struct str name, const struct value *value)
{
    value_put(page->arena, page->map, name, (struct value *)value);
}

static void text(struct making *page, struct str name, struct str text)
{
    view_text(page->arena, page->map, name, text);
}

static void crumb(struct making *page, struct str title, struct str path)
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
    put(page, STR("menu"), list);
}

/* The names that all pages share, and the way to the page. */
static void put_common(struct making *page)
{
    const struct settings *settings = &page->view->collection->settings;
    struct str path = page->output->path;
    text(page, STR("root"), page->root);
    text(page, STR("asset_root"), plan_root_of(page->arena, path));
    text(page, STR("entries_path"), plan_entries_path(page->arena, page->view->collection));
    text(page, STR("overview_path"), plan_overview_path(page->arena, page->view->collection));
    text(page, STR("print_path"), plan_print_path(page->arena, page->view->collection));
    text(page, STR("path"), path);
    text(page, STR("lang"), page->tongue->language);
    if (!str_eq(page->output->language, page->tongue->language))
        text(page, STR("text_lang"), page->output->language);
    put(page, STR("t"), page->tongue->texts);
    put(page, STR("site"), page->tongue->site);
    put(page, STR("assets"), page->view->assets);
    put(page, STR("pages"), page->view->pages);
    view_any(page->arena, page->map, STR("pages"), page->view->pages);
    put(page, STR("breadcrumb"), page->breadcrumb);
    if (settings->base_url.len && page->output->family != FAMILY_NOT_FOUND)
        text(page, STR("canonical"), STR_JOIN(page->arena, settings->base_url, path));
    put_menu(page);
}

static void put_titles(struct making *page, struct str title, struct str page_title,
                       struct str description)
{
    text(page, STR("title"), title);
    text(page, STR("page_title"), page_title);
    text(page, STR("description"),
         description.len ? description : value_get_str(page->tongue->site, STR("description")));
}

static void put_title(struct making *page, struct str title, struct str description)
{
    struct str site = page->view->collection->settings.title;
    put_titles(page, title, STR_JOIN(page->arena, title, STR(" – "), site), description);
}

static void put_edit_url(struct making *page, const struct document *document)
{
    struct str base = value_get_str(page->tongue->site, STR("edit_url"));
    if (base.len)
        text(page, STR("edit_url"), STR_JOIN(page->arena, base, document->source.path));
}

static void put_all_count(struct making *page)
{
    view_count(page->arena, page->map, page->view->collection, page->tongue,
               page->view->collection->entries.len);
}

static void put_facets(struct making *page)
{
    put(page, STR("facets"), page->tongue->by_field);
    put(page, STR("browse"), page->tongue->browse);
}

static void make_home(struct making *page)
{
    const struct settings *settings = &page->view->collection->settings;
    struct str subtitle = value_get_str(page->tongue->site, STR("subtitle"));
    put_titles(page, settings->title,
               subtitle.len ? STR_JOIN(page->arena, settings->title, STR(" – "), subtitle)
                            : settings->title,
               (struct str){0});
    put_all_count(page);
    put_facets(page);
}

static struct str entries_title(const struct making *page)
{
    return word(page, STR("all_entries"));
}

static void make_entries(struct making *page)
{
    const struct collection *collection = page->view->collection;
    put_title(page, entries_title(page), (struct str){0});
    put_all_count(page);
    put_facets(page);
    put(page, STR("groups"),
        view_groups(page->arena, collection, page->tongue,
                    (const struct entry *const *)collection->entries.items,
                    collection->entries.len));
}

static void make_overview(struct making *page)
{
    put_title(page, word(page, STR("overview")), (struct str){0});
    put_all_count(page);
    put_facets(page);
    put(page, STR("table"), crossing_table(page->arena, page->view->collection, page->tongue));
}

/* «samme tema: Tilsyn og kontroll; samme virksomhet: NVE» */
static struct str reason_text(const struct making *page, const struct entry *a,
                              const struct entry *b)
{
    const struct facet_list *facets = &page->view->collection->facets;
    struct buf reason = BUF_INIT;
    for (size_t f = 0; f < facets->len; f++) {
        struct buf names = BUF_INIT;
        size_t shared = 0;
        for (size_t i = 0; facets->items[f].weight && i < a->terms[f].len; i++)
            for (size_t k = 0; k < b->terms[f].len; k++)
                if (a->terms[f].items[i] == b->terms[f].items[k]) {
                    buf_put(&names, shared++ ? STR(", ") : STR(""));
                    buf_put(&names,
                            label_text(a->terms[f].items[i]->names, page->tongue->language));
                }
        if (shared) {
            struct str noun = label_noun(facets->items[f].names, page->tongue->language, shared);
            struct str same = word(page, STR("same"));
            buf_format(&reason, "%s%.*s %.*s: %.*s", reason.len ? "; " : "", STR_ARG(same),
                       STR_ARG(noun), STR_ARG(buf_str(&names)));
        }
        buf_release(&names);
    }
    struct str text = buf_take(&reason, page->arena);
    buf_release(&reason);
    return text;
}

static void put_related(struct making *page, const struct entry *entry)
{
    struct arena *arena = page->arena;
    struct related related[RELATED_MAX];
    size_t count = related_choose(arena, page->view->collection, entry, related);
    struct value *list = value_list(arena);
    for (size_t i = 0; i < count; i++) {
        struct value *item = value_map(arena);
        value_put(arena, item, STR("card"), page->tongue->cards[related[i].entry->number]);
        value_put(arena, item, STR("named"), value_bool(arena, related[i].named));
        view_text(arena, item, STR("reason"),
                  related[i].named ? word(page, STR("named_related"))
                                   : reason_text(page, entry, related[i].entry));
        value_add(arena, list, item);
    }
    put(page, STR("related"), list);
    view_any(arena, page->map, STR("related"), list);
}

/* The facets in which the entry has a value, in the schema's order. */
static struct value *facts_of(const struct making *page, const struct entry *entry)
{
    struct arena *arena = page->arena;
    struct value *facts = value_list(arena);
    for (size_t f = 0; f < page->view->collection->facets.len; f++) {
        const struct term_refs *refs = &entry->terms[f];
        if (refs->len == 0)
            continue;
        const struct facet *facet = &page->view->collection->facets.items[f];
        struct value *fact = value_map(arena), *terms = value_list(arena);
        struct str noun = label_noun(facet->names, page->tongue->language, refs->len);
        for (size_t k = 0; k < refs->len; k++)
            value_add(arena, terms, page->tongue->terms[f][refs->items[k]->number]);
        view_text(arena, fact, STR("title"),
                  noun.len ? noun : label_text(facet->title, page->tongue->language));
        value_put(arena, fact, STR("terms"), terms);
        value_add(arena, facts, fact);
    }
    return facts;
}

/* What a template is given of an entry wherever all of it is shown, but for its body. */
static void put_content(const struct making *page, struct value *map, const struct entry *entry)
{
    struct arena *arena = page->arena;
    view_text(arena, map, STR("summary"), entry->summary);
    value_put(arena, map, STR("fields"),
              view_fields(arena, page->view->collection->schema, entry->document->fields,
                          page->tongue->texts));
    value_put(arena, map, STR("facts"), facts_of(page, entry));
}

static bool put_neighbour(struct making *page, struct str name, size_t number)
{
    const struct collection *collection = page->view->collection;
    if (number >= collection->entries.len) /* also one before the first */
        return false;
    const struct entry *other = collection->entries.items[number];
    struct value *neighbour = value_map(page->arena);
    view_text(page->arena, neighbour, STR("title"), other->title);
    view_text(page->arena, neighbour, STR("path"), plan_page_of(page->view->plan, other->document));
    if (!str_eq(other->language, page->tongue->language))
        view_text(page->arena, neighbour, STR("lang"), other->language);
    put(page, name, neighbour);
    return true;
}

static void make_entry(struct making *page)
{
    const struct entry *entry = page->output->entry;
    const struct collection *collection = page->view->collection;
    struct arena *arena = page->arena;
    crumb(page, entries_title(page), plan_entries_path(arena, collection));
    crumb(page, label_text(entry->folder->names, page->tongue->language),
          plan_term_path(arena, entry->folder));
    put_title(page, entry->title, entry->summary);
    put_content(page, page->map, entry);
    put(page, STR("body"), view_body(arena, page->view->plan, page->root, entry->document));
    put_related(page, entry);
    bool previous = put_neighbour(page, STR("previous"), entry->number - 1);
    bool next = put_neighbour(page, STR("next"), entry->number + 1);
    put(page, STR("neighbours"), value_bool(arena, previous || next));
    put_edit_url(page, entry->document);
}

static struct value *printed(const struct making *page, const struct entry *entry)
{
    struct arena *arena = page->arena;
    const struct plan *plan = page->view->plan;
    struct value *map = value_map(arena);
    view_text(arena, map, STR("anchor"), view_anchor(arena, entry->document));
    view_text(arena, map, STR("title"), entry->title);
    view_text(arena, map, STR("path"), plan_page_of(plan, entry->document));
    if (!str_eq(entry->language, page->tongue->language))
        view_text(arena, map, STR("lang"), entry->language);
    put_content(page, map, entry);
    value_put(arena, map, STR("body"), view_body_in_print(arena, plan, entry));
    return map;
}

static void make_print(struct making *page)
{
    const struct collection *collection = page->view->collection;
    struct arena *arena = page->arena;
    struct value *groups = value_list(arena), *entries = NULL;
    put_title(page, word(page, STR("print_all")), (struct str){0});
    put_all_count(page);
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        if (i == 0 || entry->folder != collection->entries.items[i - 1]->folder) {
            struct value *group = value_map(arena);
            entries = value_list(arena);
            view_text(arena, group, STR("id"), entry->folder->id);
            view_text(arena, group, STR("name"),
                      label_text(entry->folder->names, page->tongue->language));
            view_text(arena, group, STR("path"), plan_term_path(arena, entry->folder));
            value_put(arena, group, STR("entries"), entries);
            value_add(arena, groups, group);
        }
        value_add(arena, entries, printed(page, entry));
    }
    put(page, STR("groups"), groups);
}

static void make_facet(struct making *page)
{
    const struct facet *facet = page->output->facet;
    size_t number = (size_t)(facet - page->view->collection->facets.items);
    put_title(page, label_text(facet->title, page->tongue->language), (struct str){0});
    put_all_count(page);
    const struct value *terms = value_get(page->tongue->facets[number], STR("terms"));
    put(page, STR("terms"), terms);
    view_any(page->arena, page->map, STR("terms"), terms);
}

static void put_term_document(struct making *page, const struct document *document)
{
    const struct value *names = value_get(document->fields, STR("names"));
    text(page, STR("short"), value_get_str(document->fields, STR("short")));
    struct str url = value_get_str(document->fields, STR("url"));
    text(page, STR("url"), url);
    if (url.len)
        text(page, view_host_name(page->arena, STR("url")), address_host(url));
    if (names) {
        put(page, STR("names"), names);
        view_any(page->arena, page->map, STR("names"), names);
    }
    put(page, STR("body"), view_body(page->arena, page->view->plan, page->root, document));
    put_edit_url(page, document);
}

static void put_crossings(struct making *page, const struct term *folder)
{
    const struct value *crossings =
        crossing_of_folder(page->arena, page->view->collection, page->tongue, folder);
    if (!crossings)
        return;
    put(page, STR("crossings"), crossings);
    view_any(page->arena, page->map, STR("crossings"), crossings);
}

static void make_term(struct making *page)
{
    const struct term *term = page->output->term;
    const struct facet *facet = term->facet;
    struct str language = page->tongue->language;
    struct str facet_path = plan_facet_path(page->arena, facet);
    if (facet_path.len)
        crumb(page, label_text(facet->title, language), facet_path);
    else
        crumb(page, entries_title(page), plan_entries_path(page->arena, page->view->collection));
    put_title(page, label_text(term->names, language), term->summary);
    text(page, STR("summary"), term->summary);
    text(page, STR("facet"), label_noun(facet->names, language, 1));
    view_count(page->arena, page->map, page->view->collection, page->tongue, term->entries.len);
    put(page, STR("used"), value_bool(page->arena, term->entries.len > 0));
    put(page, STR("grouped"), value_bool(page->arena, facet->grouped));
    put(page, STR("groups"),
        view_groups(page->arena, page->view->collection, page->tongue, term->entries.items,
                    facet->grouped ? term->entries.len : 0));
    put(page, STR("cards"),
        view_cards(page->arena, page->tongue, term->entries.items,
                   facet->grouped ? 0 : term->entries.len));
    if (facet->of_folder)
        put_crossings(page, term);
    if (term->document)
        put_term_document(page, term->document);
}

static void make_page(struct making *page)
{
    const struct page *subject = page->output->page;
    put_title(page, subject->title, subject->summary);
    text(page, STR("summary"), subject->summary);
    put(page, STR("body"), view_body(page->arena, page->view->plan, page->root, subject->document));
    put_edit_url(page, subject->document);
}

/*
 * Shown at any address that is missing: with a known address of the site its
 * links do not depend on where (page_view). Its style does, for a page must
 * load nothing from elsewhere when it is opened from a folder.
 */
static void make_not_found(struct making *page)
{
    put_title(page, word(page, STR("not_found")), (struct str){0});
}

static void (*const makers[FAMILIES])(struct making *page) = {
    [FAMILY_HOME] = make_home,           [FAMILY_ENTRIES] = make_entries,
    [FAMILY_OVERVIEW] = make_overview,   [FAMILY_PRINT] = make_print,
    [FAMILY_ENTRY] = make_entry,         [FAMILY_FACET] = make_facet,
    [FAMILY_TERM] = make_term,           [FAMILY_PAGE] = make_page,
    [FAMILY_NOT_FOUND] = make_not_found,
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
        crumb(&page, word(&page, STR("home")), STR("index.html"));
    put_common(&page);
    makers[output->family](&page);
    return page.map;
}
