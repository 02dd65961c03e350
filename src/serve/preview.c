#include "serve/preview.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "collection/theme_files.h"
#include "pages/news.h"
#include "plan/paths.h"
#include "site/families.h"

static struct site *read_site(const struct preview *preview, const struct store_instead *instead,
                              const struct site *before)
{
    struct site *site = memory_resize(NULL, sizeof *site);
    struct site_options how = preview->how;
    how.load.before = before ? &before->collection : NULL;
    how.held_theme = before ? before->held_theme : NULL;
    how.theme_changed = preview->theme_changed;
    how.load.instead = instead;
    how.load.files = &preview->seen.files;
    site_begin_beside(site, &preview->place);
    site_read(site, &how);
    return site;
}

void preview_read_advised(const struct preview *preview, struct site *site, struct date today)
{
    struct site_options how = preview->how;
    how.load.advice = true;
    how.load.today = today;
    site_begin_beside(site, &preview->place);
    site_read(site, &how);
}

static void drop_site(struct site *site)
{
    if (site)
        site_close(site);
    free(site);
}

/* Adds the documents that have errors. False if something else has one, or nothing is new. */
static bool add_faulty(struct store_instead *instead, const struct site *site)
{
    bool more = false;
    for (size_t i = 0; i < site->diags.len; i++) {
        const struct finding *finding = &site->diags.items[i];
        if (finding->rule->severity != SEVERITY_ERROR)
            continue;
        const struct source *source = finding->span.source;
        if (!source || !collection_document(&site->collection, source->path))
            return false;
        more |= map_add(&instead->paths, source->path, instead) == instead;
    }
    return more;
}

/*
 * Returns a whole site with other documents in the place of those with errors, or NULL. A text
 * that refers to one that is left out has an error then, too: but not without end.
 */
static struct site *mend_site(const struct preview *preview, const struct site *now)
{
    enum { ROUNDS = 4 };
    struct arena arena;
    struct store_instead instead = {0};
    struct site *mended = NULL;
    arena_init(&arena);
    map_init(&instead.paths, &arena);
    if (preview->shown)
        instead.good = &preview->shown->collection.documents;
    const struct site *faulty = now;
    for (int i = 0; i < ROUNDS && faulty && now->readable; i++) {
        bool mendable = add_faulty(&instead, faulty);
        struct site *next = mendable ? read_site(preview, &instead, now) : NULL;
        drop_site(mended);
        mended = next;
        faulty = next && !next->whole ? next : NULL;
    }
    if (mended && !mended->whole) {
        drop_site(mended);
        mended = NULL;
    }
    arena_release(&arena);
    return mended;
}

/* From here on this site is shown; the one before is dropped when nothing else has it. */
static void show_site(struct preview *preview, struct site *site)
{
    if (preview->shown != preview->now)
        drop_site(preview->shown);
    preview->shown = site;
    preview->indexed = false;
    arena_reset(&preview->news);
}

static void read_site_anew(struct preview *preview)
{
    struct site *now = read_site(preview, NULL, preview->now);
    struct site *whole = now->whole ? now : mend_site(preview, now);
    if (whole)
        show_site(preview, whole);
    if (preview->now != preview->shown)
        drop_site(preview->now);
    preview->now = now;
    preview->owed = false;
    preview->theme_changed = THEME_UNCHANGED;
    if (!preview->shown)
        return;
    store_number(&preview->shown->collection.documents);
    if (whole)
        rendered_from(&preview->rendered, preview->shown);
}

void preview_open(struct preview *preview, const struct site_options *options)
{
    struct seen_changes changes;
    *preview = (struct preview){.how = *options};
    preview->how.indexed = true;
    preview->how.when_asked = true;
    preview->how.followed = true;
    arena_init(&preview->news);
    seen_init(&preview->seen);
    rendered_init(&preview->rendered);
    site_begin(&preview->place, &preview->how);
    seen_look(&preview->seen, &preview->place, &changes);
    read_site_anew(preview);
}

void preview_close(struct preview *preview)
{
    rendered_release(&preview->rendered);
    if (preview->shown != preview->now)
        drop_site(preview->shown);
    drop_site(preview->now);
    site_close(&preview->place);
    seen_release(&preview->seen);
    arena_release(&preview->news);
}

/* Whether a file is the theme's, or one of those that the collection has in the place of its parts.
 */
static bool lies_in_theme(struct str path)
{
    return !str_starts(path, STR(CONTENT_FOLDER "/")) ||
           str_starts(path, STR(OWN_THEME_FOLDER "/"));
}

static enum theme_changed how_theme_changed(const struct preview *preview,
                                            const struct seen_changes *changes)
{
    enum theme_changed most = THEME_UNCHANGED;
    for (size_t i = 0; i < changes->len && most < THEME_CHANGED; i++)
        if (lies_in_theme(changes->items[i].path))
            most = theme_place_has_asset(&preview->place.theme_place, changes->items[i].path)
                       ? THEME_ASSETS_CHANGED
                       : THEME_CHANGED;
    return most;
}

/* ---- the words of a few texts ---- */

static bool are_texts(const struct preview *preview, const struct seen_changes *changes)
{
    enum { FEW = 8 };
    const struct site *site = preview->now;
    bool texts = changes->len <= FEW && site == preview->shown;
    for (size_t i = 0; texts && i < changes->len; i++)
        texts = changes->items[i].there && changes->items[i].was_there &&
                collection_document(&site->collection, changes->items[i].path);
    return texts;
}

/*
 * Puts the changed words in their places. False if more has changed: then all must be read, which
 * takes over what has been put as it does all documents that are as their files are.
 */
static bool read_texts(struct preview *preview, const struct seen_changes *changes)
{
    if (!are_texts(preview, changes))
        return false;
    struct store *store = &preview->now->collection.documents;
    for (size_t i = 0; i < changes->len; i++) {
        struct document *document = store_find(store, changes->items[i].path);
        if (!store_read_text(store, document))
            return false;
        document->stamp = changes->items[i].stamp;
    }
    struct renderer *renderer = &preview->shown->renderer;
    arena_reset(&preview->news);
    renderer->view.news = news_make(&preview->news, &renderer->view);
    preview->owed = true;
    return true;
}

bool preview_look(struct preview *preview)
{
    struct seen_changes changes;
    theme_place_turn(&preview->place.theme_place);
    seen_look(&preview->seen, &preview->place, &changes);
    if (changes.len == 0)
        return false;
    preview->changed = changes;
    preview->theme_changed = how_theme_changed(preview, &changes);
    if (!read_texts(preview, &changes))
        read_site_anew(preview);
    preview->edition++;
    return true;
}

bool preview_settle(struct preview *preview)
{
    if (!preview->owed)
        return false;
    read_site_anew(preview);
    bool tells = diag_total(&preview->now->diags) > 0;
    preview->edition += tells;
    return tells;
}

/* ---- pages ---- */

static bool is_of_index(const struct preview *preview, struct str path)
{
    struct str folder = preview->shown->collection.kind.search;
    return folder.len && str_starts(path, folder) &&
           str_starts(str_from(path, folder.len), STR("/"));
}

/*
 * Whether an output that is none yet may be a file of the index, or one has such files in it. What
 * page names the index need not have it, unless it is small: what it names then is not known.
 */
static bool needs_index(const struct preview *preview, const struct output *output)
{
    return !output || !preview->shown->plan.search_split || render_round(output) != ROUND_MOST;
}

/*
 * Finds the output at a path, in a site that has all that it is made from. What is owed and the
 * index add no others than those of the index.
 */
static const struct output *find_output(struct preview *preview, struct str path)
{
    const struct output *output = plan_find(&preview->shown->plan, path);
    if (output ? rendered_has_own_text(&preview->rendered, output) : !is_of_index(preview, path))
        return output;
    preview_settle(preview);
    output = plan_find(&preview->shown->plan, path);
    if (!preview->indexed && needs_index(preview, output)) {
        site_index(preview->shown);
        preview->indexed = true;
    }
    return plan_find(&preview->shown->plan, path);
}

static bool find_page(struct preview *preview, const struct output *output,
                      struct preview_page *page)
{
    if (!output)
        return false;
    page->output = output;
    page->bytes = rendered_get(&preview->rendered, output);
    return true;
}

bool preview_find(struct preview *preview, struct str path, struct preview_page *page)
{
    return preview->shown && find_page(preview, find_output(preview, path), page);
}

bool preview_find_missing(struct preview *preview, struct preview_page *page)
{
    const struct output *missing = NULL;
    for (size_t i = 0; preview->shown && i < preview->shown->plan.outputs.len; i++)
        if (preview->shown->plan.outputs.items[i].family->anywhere)
            missing = &preview->shown->plan.outputs.items[i];
    return find_page(preview, missing, page);
}
