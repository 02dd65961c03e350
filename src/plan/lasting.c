#include "plan/lasting.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "plan/paths.h"
#include "plan/rules.h"

static const char preface[] =
    "# Adressene som er publisert, én sti på hver linje. De skal alltid virke: en side som får\n"
    "# ny adresse, må ha den gamle i aliases. Listen skrives av samling build --accept-paths.\n";

struct outputs {
    const struct output **items;
    size_t len, cap;
};

/* What a lost path may have become; made when the first is lost. */
struct search {
    const struct plan *plan;
    struct diags *diags;
    bool certain; /* nothing else is wrong */
    bool ready;
    struct map listed;    /* path → itself */
    struct map unplanned; /* slug → struct document of an entry that gets no page */
    struct map by_name; /* «tiltak/slug» and «slug» → struct output with a file of its own */
    struct outputs fresh; /* those that are not on the list */
};

/* «tiltak» and «natursats» of tiltak/kld/natursats.html; the first is empty at the top. */
static struct str first_part(struct str path)
{
    size_t slash = str_find_byte(path, '/');
    return slash < path.len ? str_slice(path, 0, slash) : STR("");
}

static struct str stem_of(struct str path)
{
    struct str name = str_name(path);
    size_t dot = str_rfind_byte(name, '.');
    return str_slice(name, 0, dot < name.len && dot > 0 ? dot : name.len);
}

static struct str place_of(struct arena *arena, struct str path)
{
    return STR_JOIN(arena, first_part(path), STR("/"), stem_of(path));
}

static void index_listed(struct map *listed, struct arena *arena, const struct plan *plan)
{
    map_init(listed, arena);
    for (size_t i = 0; i < plan->collection->published.len; i++) {
        struct published_path *path = &plan->collection->published.items[i];
        map_add(listed, path->path, path);
    }
}

static void index_output(struct search *search, const struct output *output)
{
    struct arena *arena = &search->diags->arena;
    if (!output->document)
        return;
    map_add(&search->by_name, place_of(arena, output->path), (void *)output);
    map_add(&search->by_name, stem_of(output->path), (void *)output);
    if (!map_get(&search->listed, output->path) && search->fresh.len < NEAREST_AMONG_MAX)
        vec_push(arena, &search->fresh, output);
}

static void prepare(struct search *search)
{
    struct arena *arena = &search->diags->arena;
    const struct collection *collection = search->plan->collection;
    if (search->ready)
        return;
    search->ready = true;
    index_listed(&search->listed, arena, search->plan);
    map_init(&search->unplanned, arena);
    map_init(&search->by_name, arena);
    for (size_t i = 0; i < collection->documents.len; i++) {
        struct document *document = &collection->documents.items[i];
        if (document->kind == DOCUMENT_ENTRY && plan_page_of(search->plan, document).len == 0)
            map_add(&search->unplanned, document->slug, document);
    }
    for (size_t i = 0; i < search->plan->outputs.len; i++)
        index_output(search, &search->plan->outputs.items[i]);
}

/*
 * The page of the same name, in the same part of the site if there is one; else
 * of the new pages there the one that is named nearly so, or the only one.
 */
static const struct output *find_successor(struct search *search, struct str path)
{
    struct diags *diags = search->diags;
    if (!diag_take_suggestion(diags))
        return NULL;
    const struct output *same = map_get(&search->by_name, place_of(&diags->arena, path));
    if (!same)
        same = map_get(&search->by_name, stem_of(path));
    if (same)
        return same;
    struct nearest nearest = nearest_to(stem_of(path));
    const struct output *best = NULL, *only = NULL;
    size_t there = 0;
    for (size_t i = 0; i < search->fresh.len; i++) {
        const struct output *output = search->fresh.items[i];
        size_t before = nearest.distance;
        if (!str_eq(first_part(output->path), first_part(path)))
            continue;
        nearest_try(&nearest, stem_of(output->path));
        best = nearest.distance < before ? output : best;
        only = output;
        there++;
    }
    return best || there != 1 ? best : only;
}

/* «a.html, b.html, »: the line that is to be written replaces the one that is there. */
static struct str aliases_before(struct arena *arena, const struct document *document)
{
    struct buf text = BUF_INIT;
    const struct value *aliases = value_get(document->fields, STR("aliases"));
    for (size_t i = 0; aliases && aliases->kind == VALUE_LIST && i < aliases->list.len; i++) {
        buf_put(&text, value_str(aliases->list.items[i]));
        buf_lit(&text, ", ");
    }
    return buf_finish(&text, arena);
}

static void report_page(struct search *search, const struct published_path *lost)
{
    struct diags *diags = search->diags;
    const struct plan *plan = search->plan;
    bool of_entry = str_eq(first_part(lost->path), plan->collection->kind.path);
    const struct document *unplanned =
        of_entry ? map_get(&search->unplanned, stem_of(lost->path)) : NULL;
    struct detail detail = {
        .args = {lost->path, plan_entries_path(&diags->arena, plan->collection)}};
    enum plan_rule rule = RULE_PATH_LOST;
    if (unplanned && !unplanned->left_out)
        return; /* why it has no page has been told */
    const struct output *successor = unplanned ? NULL : find_successor(search, lost->path);
    if (unplanned) {
        rule = RULE_PATH_DRAFT;
        detail.args[1] = unplanned->source.path;
    } else if (successor) {
        rule = RULE_PATH_MOVED;
        detail.args[1] = successor->document->source.path;
        detail.args[2] = aliases_before(&diags->arena, successor->document);
    }
    diag_add(diags, &plan_rules[rule], lost->span, detail);
}

/* Of an entry: what pages there are besides may depend on those that have findings. */
static bool is_certain(const struct search *search, struct str path)
{
    return search->certain || str_eq(first_part(path), search->plan->collection->kind.path);
}

static void report(struct search *search, const struct published_path *lost)
{
    prepare(search);
    if (map_get(&search->listed, lost->path) != lost)
        return; /* it stands there twice */
    if (str_ends(lost->path, STR(".html")))
        report_page(search, lost);
    else
        diag_add(search->diags, &plan_rules[RULE_FILE_LOST], lost->span,
                 (struct detail){.args = {lost->path}});
}

void lasting_check(const struct plan *plan, struct diags *diags)
{
    const struct published *published = &plan->collection->published;
    struct search search = {
        .plan = plan, .diags = diags, .certain = diag_count(diags, SEVERITY_ERROR) == 0};
    for (size_t i = 0; i < published->len; i++)
        if (!plan_find(plan, published->items[i].path) &&
            is_certain(&search, published->items[i].path))
            report(&search, &published->items[i]);
}

size_t lasting_count_new(const struct plan *plan)
{
    struct arena arena;
    struct map listed;
    size_t count = 0;
    arena_init(&arena);
    index_listed(&listed, &arena, plan);
    for (size_t i = 0; i < plan->outputs.len; i++)
        count += plan->outputs.items[i].family->lasting &&
                 !map_get(&listed, plan->outputs.items[i].path);
    arena_release(&arena);
    return count;
}

static int by_bytes(const void *left, const void *right)
{
    return str_cmp(*(const struct str *)left, *(const struct str *)right);
}

struct str lasting_list(struct arena *arena, const struct plan *plan)
{
    const struct published *published = &plan->collection->published;
    struct str *paths = arena_items(arena, struct str, published->len + plan->outputs.len);
    size_t count = 0;
    for (size_t i = 0; i < published->len; i++)
        paths[count++] = published->items[i].path;
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (plan->outputs.items[i].family->lasting)
            paths[count++] = plan->outputs.items[i].path;
    qsort(paths, count, sizeof *paths, by_bytes);
    struct buf text = BUF_INIT;
    buf_put(&text, str_of(preface));
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !str_eq(paths[i - 1], paths[i]))
            buf_format(&text, "%.*s\n", STR_ARG(paths[i]));
    return buf_finish(&text, arena);
}
