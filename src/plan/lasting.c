#include "plan/lasting.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "plan/identity.h"
#include "plan/paths.h"
#include "plan/rules.h"

struct outputs {
    const struct output **items;
    size_t len, cap;
};

/* Where to look for what a lost page has become. The maps are filled when the first is lost. */
struct successors {
    const struct plan *plan;
    struct diags *diags;
    bool certain;         /* there were no errors before */
    bool ready;           /* the maps are filled */
    struct map unplanned; /* slug → struct document of an entry without a page */
    struct map by_name; /* «oppskrifter/slug» and «slug» → struct output with a file of its own */
    struct outputs fresh; /* the outputs that are not on the list */
};

/* Returns «oppskrifter» of oppskrifter/bakst/lefse.html; the empty text for a path without folders.
 */
static struct str first_part(struct str path)
{
    size_t slash = str_find_byte(path, '/');
    return slash < path.len ? str_slice(path, 0, slash) : STR("");
}

/* Returns «lefse» of oppskrifter/bakst/lefse.html. */
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

void lasting_index(struct map *listed, const struct published *published)
{
    for (size_t i = 0; i < published->len; i++)
        map_add(listed, published->items[i].path, &published->items[i]);
}

static void index_output(struct successors *successors, const struct output *output)
{
    struct arena *arena = &successors->diags->arena;
    if (!output->document)
        return;
    map_add(&successors->by_name, place_of(arena, output->path), (void *)output);
    map_add(&successors->by_name, stem_of(output->path), (void *)output);
    if (!map_get(&successors->plan->listed, output->path) &&
        successors->fresh.len < NEAREST_AMONG_MAX)
        vec_push(arena, &successors->fresh, output);
}

static void index_site(struct successors *successors)
{
    struct arena *arena = &successors->diags->arena;
    const struct collection *collection = successors->plan->collection;
    if (successors->ready)
        return;
    successors->ready = true;
    map_init(&successors->unplanned, arena);
    map_init(&successors->by_name, arena);
    for (size_t i = 0; i < collection->documents.len; i++) {
        struct document *document = collection->documents.items[i];
        if (document->kind == DOCUMENT_ENTRY && plan_page_of(successors->plan, document).len == 0)
            map_add(&successors->unplanned, document->slug, document);
    }
    for (size_t i = 0; i < successors->plan->outputs.len; i++)
        index_output(successors, &successors->plan->outputs.items[i]);
}

/*
 * Guesses which page a lost one has become, or returns NULL. A page of the same
 * name is the best guess, first in the same part of the site and then anywhere.
 * Failing that, among the new pages of that part: the one whose name is nearest,
 * or the only one.
 */
static const struct output *find_successor(struct successors *successors, struct str path)
{
    struct diags *diags = successors->diags;
    if (!diag_take_suggestion(diags))
        return NULL;
    const struct output *same = map_get(&successors->by_name, place_of(&diags->arena, path));
    if (!same)
        same = map_get(&successors->by_name, stem_of(path));
    if (same)
        return same;
    struct nearest nearest = nearest_to(stem_of(path));
    const struct output *best = NULL, *only = NULL;
    size_t there = 0;
    for (size_t i = 0; i < successors->fresh.len; i++) {
        const struct output *output = successors->fresh.items[i];
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

/*
 * Returns «a.html, b.html, »: the line that the finding proposes replaces the one in
 * the file, so it must repeat the aliases there.
 */
static struct str aliases_before(struct arena *arena, const struct document *document)
{
    struct buf text = BUF_INIT;
    const struct value *aliases = document->aliases;
    for (size_t i = 0; i < value_list_len(aliases); i++) {
        buf_put(&text, value_str(aliases->list.items[i]));
        buf_lit(&text, ", ");
    }
    return buf_finish(&text, arena);
}

static void lasting_tell_page(struct successors *successors, const struct published_path *lost)
{
    struct diags *diags = successors->diags;
    const struct plan *plan = successors->plan;
    bool of_entry = str_eq(first_part(lost->path), plan->collection->kind.path);
    const struct document *unplanned =
        of_entry ? map_get(&successors->unplanned, stem_of(lost->path)) : NULL;
    struct detail detail = {
        .args = {lost->path, plan_entries_path(&diags->arena, plan->collection)}};
    enum plan_rule rule = RULE_PATH_LOST;
    if (unplanned && !unplanned->left_out)
        return; /* another finding says why it has no page */
    const struct output *successor = unplanned ? NULL : find_successor(successors, lost->path);
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

/*
 * Whether the path is lost for certain, and not missing because of an error that is
 * told already.
 */
static bool is_certain(const struct successors *successors, struct str path)
{
    return successors->certain || str_eq(first_part(path), successors->plan->collection->kind.path);
}

static void lasting_tell(struct successors *successors, const struct published_path *lost)
{
    index_site(successors);
    if (map_get(&successors->plan->listed, lost->path) != lost)
        return; /* the same path once more */
    if (str_ends(lost->path, STR(".html")))
        lasting_tell_page(successors, lost);
    else
        diag_add(successors->diags, &plan_rules[RULE_FILE_LOST], lost->span,
                 (struct detail){.args = {lost->path}});
}

/* ---- what a change takes away ---- */

static struct span place_after(const struct published *published, const struct published_path *kept)
{
    size_t start = kept ? (size_t)kept->span.end + 1 : 0;
    return source_span(&published->source, start, start);
}

static void tell_taken(struct successors *successors, const struct published_path *path,
                       const struct published_path *kept_before)
{
    const struct published *published = &successors->plan->collection->published;
    struct published_path taken = {.path = path->path, .span = place_after(published, kept_before)};
    bool page = str_ends(path->path, STR(".html"));
    bool lost = !plan_find(successors->plan, path->path);
    if (lost && page && is_certain(successors, path->path))
        lasting_tell_page(successors, &taken);
    else if (!(lost && page) && path->span.source && published->len && successors->certain)
        diag_add(successors->diags, &plan_rules[RULE_PATH_UNLISTED], taken.span,
                 (struct detail){.args = {path->path}});
}

static bool had_a_list(const struct published *before)
{
    return before->len && before->items[0].span.source;
}

/* Both lists are sorted as a rule: a line that is gone stood after the last that was kept. */
static void check_before(struct successors *successors, const struct published *before)
{
    const struct published *published = &successors->plan->collection->published;
    const struct published_path *kept = NULL;
    struct map seen;
    index_site(successors);
    map_init(&seen, &successors->diags->arena);
    for (size_t i = 0; i < before->len; i++) {
        struct published_path *path = &before->items[i];
        const struct published_path *still = map_get(&successors->plan->listed, path->path);
        if (still)
            kept = still;
        else if (map_add(&seen, path->path, path) == path)
            tell_taken(successors, path, kept);
    }
    if (had_a_list(before) && published->len == 0 && successors->certain)
        diag_add(successors->diags, &plan_rules[RULE_PATHS_GONE],
                 source_span(&published->source, 0, 0), NO_DETAIL);
}

/* The address of a folder leads to a list, and not to the page that once stood there. */
static bool still_there(const struct plan *plan, struct str path)
{
    const struct output *output = plan_find(plan, path);
    return output && output->family->wave < 2;
}

void lasting_check(const struct plan *plan, struct diags *diags)
{
    const struct published *published = &plan->collection->published;
    struct successors successors = {
        .plan = plan, .diags = diags, .certain = diag_count(diags, SEVERITY_ERROR) == 0};
    for (size_t i = 0; i < published->len; i++)
        if (!still_there(plan, published->items[i].path) &&
            is_certain(&successors, published->items[i].path))
            lasting_tell(&successors, &published->items[i]);
    if (plan->inputs.before)
        check_before(&successors, plan->inputs.before);
}

size_t lasting_count_new(const struct plan *plan, const struct published *published)
{
    struct arena arena;
    struct map listed;
    size_t count = 0;
    arena_init(&arena);
    map_init(&listed, &arena);
    lasting_index(&listed, published);
    for (size_t i = 0; i < plan->outputs.len; i++)
        count +=
            plan_lasts(&plan->outputs.items[i]) && !map_get(&listed, plan->outputs.items[i].path);
    arena_release(&arena);
    return count;
}

struct paths_found {
    struct published_path *items;
    size_t len, cap;
};

static void add_found(struct paths_found *found, struct arena *arena, struct str path,
                      struct str since)
{
    vec_push(arena, found, ((struct published_path){.path = path, .since = since}));
}

/*
 * Returns the date of a page that has moved: that of today, but later than that of its former
 * address, since the first is whose date is first (plan/identity.h).
 */
static struct str date_of_move(struct arena *arena, const struct plan *plan, struct str first)
{
    struct str today = plan->inputs.accepted;
    struct date day;
    if (str_cmp(today, first) > 0 || !date_parse(first, &day) || !day.day)
        return today;
    day = date_after(day, 1);
    return str_format(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

/*
 * Adds the page of an entry, if it is new. Gives its addresses that are on the list without a date
 * the one that it has today: what that is made of may change, and the day on which it came does
 * not.
 */
static void date_addresses(struct paths_found *found, struct arena *arena, const struct plan *plan,
                           const struct entry *entry)
{
    const struct value *aliases = entry->document->aliases;
    struct str since = plan_first_date(plan, entry);
    struct str page = plan_page_of(plan, entry->document);
    const struct published_path *listed = map_get(&plan->listed, page);
    bool moved = false;
    for (size_t i = 0; i < value_list_len(aliases); i++) {
        const struct published_path *alias =
            map_get(&plan->listed, value_str(aliases->list.items[i]));
        moved = moved || alias;
        if (alias && !alias->since.len)
            add_found(found, arena, alias->path, since);
    }
    if (!listed)
        add_found(found, arena, page, moved ? date_of_move(arena, plan, since) : since);
    else if (!listed->since.len)
        add_found(found, arena, page, since);
}

struct str lasting_list(struct arena *arena, const struct plan *plan,
                        const struct published *published)
{
    const struct collection *collection = plan->collection;
    struct paths_found found = {0};
    for (size_t i = 0; i < plan->outputs.len; i++) {
        const struct output *output = &plan->outputs.items[i];
        bool page = output->document && output->document->kind == DOCUMENT_ENTRY;
        if (plan_lasts(output) && !page && !map_get(&plan->listed, output->path))
            add_found(&found, arena, output->path, plan->inputs.accepted);
    }
    for (size_t i = 0; i < collection->entries.len; i++)
        date_addresses(&found, arena, plan, collection->entries.items[i]);
    const struct language *language = language_or_english(collection->settings.language);
    return published_list(published, language, arena, found.items, found.len);
}
