#include "plan/plan.h"

#include <stdlib.h>

#include "base/nearest.h"
#include "base/norwegian.h"
#include "base/vec.h"
#include "plan/lasting.h"
#include "plan/redirects.h"
#include "plan/rules.h"

void plan_init(struct plan *plan)
{
    *plan = (struct plan){0};
    arena_init(&plan->arena);
    map_init(&plan->by_path, &plan->arena);
}

void plan_release(struct plan *plan)
{
    arena_release(&plan->arena);
}

struct str plan_entry_path(struct arena *arena, const struct collection *collection,
                           const struct entry *entry)
{
    return STR_JOIN(arena, collection->kind.path, STR("/"), entry->folder->id, STR("/"),
                    entry->document->slug, STR(".html"));
}

struct str plan_entries_path(struct arena *arena, const struct collection *collection)
{
    return STR_JOIN(arena, collection->kind.path, STR(".html"));
}

/* A page of the site's own, when the collection asks for it. */
static struct str own_page(struct arena *arena, struct str name)
{
    return name.len ? STR_JOIN(arena, name, STR(".html")) : (struct str){0};
}

struct str plan_overview_path(struct arena *arena, const struct collection *collection)
{
    return own_page(arena, collection->kind.overview);
}

struct str plan_print_path(struct arena *arena, const struct collection *collection)
{
    return own_page(arena, collection->kind.print);
}

struct str plan_facet_path(struct arena *arena, const struct facet *facet)
{
    bool page = facet->path.len && facet->index;
    return page ? STR_JOIN(arena, facet->path, STR(".html")) : (struct str){0};
}

struct str plan_term_path(struct arena *arena, const struct term *term)
{
    (void)arena;
    return term->path;
}

struct str plan_asset_path(struct arena *arena, const struct asset *asset)
{
    enum { HASH_SHOWN = 10 };
    size_t dot = str_rfind_byte(asset->name, '.');
    size_t stem = dot < asset->name.len ? dot : asset->name.len;
    return STR_JOIN(arena, STR("assets/"), str_slice(asset->name, 0, stem), STR("."),
                    str_slice(asset->hash, 0, HASH_SHOWN), str_from(asset->name, stem));
}

struct str plan_picture_path(struct arena *arena, struct str picture)
{
    return STR_JOIN(arena, STR("bilder"), str_from(picture, sizeof CONTENT_FOLDER - 1));
}

struct str plan_search_path(struct arena *arena, const struct collection *collection)
{
    struct str folder = collection->kind.search;
    return folder.len ? STR_JOIN(arena, folder, STR("/start.js")) : (struct str){0};
}

struct str plan_schema_path(struct arena *arena, const struct collection *collection)
{
    const struct entry_kind *kind = &collection->kind;
    return kind->data.len ? STR_JOIN(arena, kind->data, STR("/"), kind->path, STR(".schema.json"))
                          : (struct str){0};
}

struct str plan_root_of(struct arena *arena, struct str path)
{
    struct str root = STR("");
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/')
            root = STR_JOIN(arena, root, STR("../"));
    return root;
}

static struct span file_start(const struct document *document)
{
    return source_span(&document->source, 0, 0);
}

static void add(struct plan *plan, struct output output)
{
    if (output.language.len == 0)
        output.language = plan->collection->settings.language;
    vec_push(&plan->arena, &plan->outputs, output);
}

static struct span settings_span(const struct plan *plan)
{
    return source_span(&plan->collection->settings.source, 0, 0);
}

static void add_home(struct plan *plan)
{
    add(plan, (struct output){
                  .path = STR("index.html"), .family = FAMILY_HOME, .origin = settings_span(plan)});
}

static void add_own_page(struct plan *plan, struct str path, enum family family)
{
    if (path.len)
        add(plan, (struct output){.path = path,
                                  .family = family,
                                  .origin = plan->collection->kind.names->span});
}

static void add_entries(struct plan *plan)
{
    add_own_page(plan, plan_entries_path(&plan->arena, plan->collection), FAMILY_ENTRIES);
}

static void add_overview(struct plan *plan)
{
    add_own_page(plan, plan_overview_path(&plan->arena, plan->collection), FAMILY_OVERVIEW);
}

static void add_print(struct plan *plan)
{
    add_own_page(plan, plan_print_path(&plan->arena, plan->collection), FAMILY_PRINT);
}

static void add_schema(struct plan *plan)
{
    add_own_page(plan, plan_schema_path(&plan->arena, plan->collection), FAMILY_SCHEMA);
}

static void add_each_entry(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        struct str path = plan_entry_path(&plan->arena, collection, entry);
        plan->page_paths[entry->document->number] = path;
        add(plan, (struct output){.path = path,
                                  .family = FAMILY_ENTRY,
                                  .entry = entry,
                                  .language = entry->language,
                                  .origin = file_start(entry->document)});
    }
}

static void add_each_facet(struct plan *plan)
{
    const struct facet_list *facets = &plan->collection->facets;
    for (size_t f = 0; f < facets->len; f++) {
        struct str path = plan_facet_path(&plan->arena, &facets->items[f]);
        if (path.len)
            add(plan, (struct output){.path = path,
                                      .family = FAMILY_FACET,
                                      .facet = &facets->items[f],
                                      .origin = facets->items[f].span});
    }
}

/* A term whose own file cannot be read has findings, and nothing will be rendered. */
static void add_term(struct plan *plan, const struct term *term)
{
    const struct document *document = term->document;
    struct str path = plan_term_path(&plan->arena, term);
    if (document && plan->page_paths[document->number].len == 0)
        plan->page_paths[document->number] = path;
    add(plan, (struct output){.path = path,
                              .family = FAMILY_TERM,
                              .term = term,
                              .origin = document ? file_start(document) : term->facet->span});
}

static void add_each_term(struct plan *plan)
{
    const struct facet_list *facets = &plan->collection->facets;
    for (size_t f = 0; f < facets->len; f++)
        for (size_t i = 0; facets->items[f].path.len && i < facets->items[f].terms.len; i++)
            add_term(plan, facets->items[f].terms.items[i]);
}

static void add_each_page(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->pages.len; i++) {
        const struct page *page = &collection->pages.items[i];
        struct str path = STR_JOIN(&plan->arena, page->document->slug, STR(".html"));
        plan->page_paths[page->document->number] = path;
        add(plan, (struct output){.path = path,
                                  .family = FAMILY_PAGE,
                                  .page = page,
                                  .language = page->language,
                                  .origin = file_start(page->document)});
    }
}

static void add_not_found(struct plan *plan)
{
    add(plan, (struct output){.path = STR("404.html"),
                              .family = FAMILY_NOT_FOUND,
                              .origin = settings_span(plan)});
}

static void add_each_picture(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->pictures.len; i++) {
        const struct picture *picture = &collection->pictures.items[i];
        add(plan, (struct output){.path = plan_picture_path(&plan->arena, picture->path),
                                  .family = FAMILY_PICTURE,
                                  .picture = picture,
                                  .origin = picture->origin});
    }
}

/*
 * Who adds the outputs of a family, and whether their addresses last. Assets and
 * the search index are given to plan_make(), which adds them, and redirects last:
 * they must find an address that nobody else has. The page for missing addresses
 * is nobody's to link to.
 */
static const struct {
    void (*add)(struct plan *plan);
    bool lasting;
} families[FAMILIES] = {
    [FAMILY_HOME] = {add_home, true},
    [FAMILY_NOT_FOUND] = {add_not_found, false},
    [FAMILY_ENTRIES] = {add_entries, true},
    [FAMILY_OVERVIEW] = {add_overview, true},
    [FAMILY_PRINT] = {add_print, true},
    [FAMILY_ENTRY] = {add_each_entry, true},
    [FAMILY_FACET] = {add_each_facet, true},
    [FAMILY_TERM] = {add_each_term, true},
    [FAMILY_PAGE] = {add_each_page, true},
    [FAMILY_ASSET] = {NULL, false},
    [FAMILY_PICTURE] = {add_each_picture, false},
    [FAMILY_SEARCH] = {NULL, false},
    [FAMILY_SCHEMA] = {add_schema, true},
    [FAMILY_REDIRECT] = {NULL, true},
};

bool plan_is_lasting(const struct output *output)
{
    return families[output->family].lasting;
}

static void add_each_asset(struct plan *plan, const struct asset *assets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add(plan, (struct output){.path = plan_asset_path(&plan->arena, &assets[i]),
                                  .family = FAMILY_ASSET,
                                  .asset = &assets[i],
                                  .origin = settings_span(plan)});
}

static void add_search(struct plan *plan, const struct made_files *files)
{
    for (size_t i = 0; i < files->len; i++)
        add(plan, (struct output){.path = files->items[i].path,
                                  .family = FAMILY_SEARCH,
                                  .made = &files->items[i],
                                  .origin = plan->collection->kind.names->span});
}

/*
 * By path. Of two with one path the second is blamed, so it is the one that
 * somebody can rename: pages after the program's own, then the later file.
 */
static int compare(const void *left, const void *right)
{
    const struct output *a = left, *b = right;
    int order = str_cmp(a->path, b->path);
    if (order == 0)
        order = (a->family > b->family) - (a->family < b->family);
    return order ? order : str_cmp(a->origin.source->path, b->origin.source->path);
}

static void index_paths(struct plan *plan, struct diags *diags)
{
    for (size_t i = 0; i < plan->outputs.len; i++) {
        struct output *output = &plan->outputs.items[i];
        const struct output *first = map_add(&plan->by_path, output->path, output);
        if (first == output)
            continue;
        struct str other = first->origin.source->path;
        diag_add(diags, &plan_rules[RULE_PATH_COLLISION], output->origin,
                 (struct detail){.args = {output->path, other}});
    }
}

/* A path in the settings; NULL is none. */
static void check_path(const struct plan *plan, const struct value *path, struct diags *diags)
{
    if (value_str(path).len == 0 || plan_find(plan, value_str(path)))
        return;
    struct str example = plan_entries_path(&diags->arena, plan->collection);
    struct nearest nearest = nearest_to(value_str(path));
    size_t candidates = diag_suggests(diags) ? plan->outputs.len : 0;
    for (size_t i = 0; i < candidates; i++)
        nearest_try(&nearest, plan->outputs.items[i].path);
    diag_add(diags, &plan_rules[RULE_MENU_PATH], path->span,
             (struct detail){.args = {value_str(path), example}, .suggestion = nearest.best});
}

/* Those of a list. */
static void check_paths(const struct plan *plan, const struct value *list, struct diags *diags)
{
    for (size_t i = 0; list && list->kind == VALUE_LIST && i < list->list.len; i++)
        check_path(plan, value_get(list->list.items[i], STR("path")), diags);
}

void plan_make(struct plan *plan, const struct collection *collection, const struct asset *assets,
               size_t asset_count, const struct made_files *search, struct diags *diags)
{
    plan->collection = collection;
    plan->page_paths = arena_items(&plan->arena, struct str, collection->documents.len);
    for (size_t i = 0; i < FAMILIES; i++)
        if (families[i].add)
            families[i].add(plan);
    add_each_asset(plan, assets, asset_count);
    add_search(plan, search);
    redirects_add(plan, diags);
    qsort(plan->outputs.items, plan->outputs.len, sizeof *plan->outputs.items, compare);
    index_paths(plan, diags);
    const struct value *settings = collection->settings.fields;
    check_paths(plan, value_get(settings, STR("menu")), diags);
    check_paths(plan, value_get(settings, STR("begin")), diags);
    check_path(plan, value_get(settings, STR("contribute")), diags);
    lasting_check(plan, diags);
}

const struct output *plan_find(const struct plan *plan, struct str path)
{
    return map_get(&plan->by_path, path);
}

struct str plan_page_of(const struct plan *plan, const struct document *document)
{
    return plan->page_paths[document->number];
}
