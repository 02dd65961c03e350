#include "compare/diff.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/address.h"
#include "base/arena.h"
#include "base/ascii.h"
#include "base/vec.h"
#include "base/workers.h"
#include "compare/parts.h"

enum { PAGE_MAX = 64 * 1024 * 1024, MOST = 3 /* pages; fewer are never «most» */ };

#define BIT(part) (1u << (part))

static bool is_page(struct str path)
{
    return str_ends(path, STR(".html"));
}

/* ---- which files differ ---- */

static void note_page(struct diff *diff, struct arena *arena, const struct inventory_file *before,
                      const struct inventory_file *after)
{
    struct diff_page page = {
        .before = before, .after = after, .path = before ? before->path : after->path};
    vec_push(arena, &diff->pages, page);
}

/*
 * Notes a file that is no page. Without its hash the old and new file of an asset, or of
 * the search index, have one path; they come one after the other, and become one diff_file.
 */
static void note_file(struct diff *diff, struct arena *arena, const struct inventory_file *before,
                      const struct inventory_file *after)
{
    struct buf name = BUF_INIT;
    parts_put_asset(&name, before ? before->path : after->path);
    struct diff_file file = {buf_take(&name, arena), before != NULL, after != NULL};
    struct diff_file *last = diff->files.len ? &diff->files.items[diff->files.len - 1] : NULL;
    buf_release(&name);
    if (last && str_eq(last->path, file.path)) {
        last->before |= file.before;
        last->after |= file.after;
    } else {
        vec_push(arena, &diff->files, file);
    }
}

static void compare_file(struct diff *diff, struct arena *arena,
                         const struct inventory_file *before, const struct inventory_file *after)
{
    bool page = is_page(before ? before->path : after->path);
    diff->shared_pages += page && before && after;
    if (before && after && hash_eq(before->hash, after->hash))
        return;
    if (page)
        note_page(diff, arena, before, after);
    else
        note_file(diff, arena, before, after);
}

/* Merges the two sorted lists of files. */
static void compare_lists(struct diff *diff, struct arena *arena)
{
    size_t i = 0, k = 0;
    while (i < diff->before->files.len || k < diff->after->files.len) {
        const struct inventory_file *old =
            i < diff->before->files.len ? &diff->before->files.items[i] : NULL;
        const struct inventory_file *new =
            k < diff->after->files.len ? &diff->after->files.items[k] : NULL;
        int order = !old ? 1 : !new ? -1 : str_cmp(old->path, new->path);
        compare_file(diff, arena, order <= 0 ? old : NULL, order >= 0 ? new : NULL);
        i += order <= 0;
        k += order >= 0;
    }
}

/* ---- what differs in a page ---- */

struct diff_job {
    struct diff *diff;
    struct {
        struct arena results, scratch;
    } workers[WORKERS_MAX];
};

static bool read_page(const struct inventory *inventory, const struct inventory_file *file,
                      struct arena *arena, struct parts *parts)
{
    struct str html;
    *parts = (struct parts){0};
    if (!file || fs_read(&inventory->root, file->path, PAGE_MAX, arena, &html) != FS_OK)
        return false;
    parts_read(parts, arena, html);
    return true;
}

/*
 * Returns the path from the root to which an address on a page leads; the address as
 * it is if it leads out of the site.
 */
static struct str target_of(struct arena *arena, struct str page, struct str address)
{
    size_t anchor = str_find_byte(address, '#');
    address = str_slice(address, 0, anchor < address.len ? anchor : address.len);
    struct str path = {0};
    if (str_find_byte(address, ':') == SIZE_MAX)
        path = address_resolve(arena, page, address);
    return path.ptr ? path : str_copy(arena, address);
}

/* Returns the parts that differ as bits, at least one: these pages have different bytes. */
static unsigned differing_parts(const struct parts *before, const struct parts *after)
{
    unsigned parts = 0;
    for (size_t i = 0; i < PARTS; i++)
        if (!str_eq(before->seen[i], after->seen[i]))
            parts |= BIT(i);
    /* The head repeats the text. If it alone differs, that counts as a change of the frame. */
    if (parts & BIT(PART_HEAD) && !(parts & BIT(PART_TEXT)))
        parts |= BIT(PART_OTHER);
    parts &= ~BIT(PART_HEAD);
    return parts ? parts : BIT(PART_LOOK); /* only markup within a part */
}

static bool leads_somewhere(const struct inventory *site, struct str target)
{
    return inventory_find(site, target) || str_find_byte(target, ':') < target.len;
}

/* Returns the path of the list that goes on here: recipes.html of recipes/3.html; or the absent
 * str. */
static struct str list_going_on(struct arena *arena, struct str path)
{
    size_t end = str_rfind_byte(path, '.'), at = end;
    while (at > 0 && ascii_is_digit(path.ptr[at - 1]))
        at--;
    bool numbered = at < end && at > 1 && (path.ptr[at - 1] == '/' || path.ptr[at - 1] == '.');
    return numbered ? STR_JOIN(arena, str_slice(path, 0, at - 1), str_from(path, end))
                    : (struct str){0};
}

/*
 * Whether a page came and went with the length of a list (plan/paged.h): it was one of those after
 * the first, or led from the folder in which they lie to the first, which is there as before.
 */
static bool has_ended(const struct diff *diff, const struct diff_page *page,
                      const struct parts *before, struct arena *scratch)
{
    struct str list = {0};
    if (before->leads_to.ptr && str_ends(page->path, STR("/index.html")))
        list = STR_JOIN(scratch, str_slice(page->path, 0, str_rfind_byte(page->path, '/')),
                        STR(".html"));
    else if (before->continues)
        list = list_going_on(scratch, page->path);
    return list.ptr && inventory_find(diff->before, list) && inventory_find(diff->after, list) &&
           (!before->leads_to.ptr ||
            str_eq(target_of(scratch, page->path, before->leads_to), list));
}

static enum page_fate page_fate_of(const struct diff *diff, const struct diff_page *page,
                                   const struct parts *before, const struct parts *after,
                                   struct arena *scratch)
{
    if (!page->after)
        return has_ended(diff, page, before, scratch) ? PAGE_ENDED : PAGE_LOST;
    if (after->leads_to.ptr && page->before)
        return !leads_somewhere(diff->after, page->leads_to) ? PAGE_LOST
               : before->leads_to.ptr                        ? PAGE_LEADS
                                                             : PAGE_MOVED;
    if (after->leads_to.ptr)
        return PAGE_LEADS;
    return page->before && !before->leads_to.ptr ? PAGE_CHANGED : PAGE_NEW;
}

/* Compares a page that moved with its target, if that is new. */
static void compare_moved(const struct diff *diff, struct diff_page *page,
                          const struct parts *before, struct arena *results, struct arena *scratch)
{
    struct parts after;
    if (inventory_find(diff->before, page->leads_to) ||
        !read_page(diff->after, inventory_find(diff->after, page->leads_to), scratch, &after))
        return;
    page->title = str_copy(results, after.title);
    page->parts = differing_parts(before, &after) & ~(BIT(PART_OTHER) | BIT(PART_LOOK));
    diff_text_find(&page->text, results, scratch, before, &after);
}

static void compare_page(void *context, size_t index, size_t worker)
{
    struct diff_job *job = context;
    const struct diff *diff = job->diff;
    struct arena *results = &job->workers[worker].results;
    struct arena *scratch = &job->workers[worker].scratch;
    struct diff_page *page = &job->diff->pages.items[index];
    struct parts before, after;
    bool whole = read_page(diff->before, page->before, scratch, &before);
    whole = read_page(diff->after, page->after, scratch, &after) && whole;
    bool shows_new = after.title.len && !after.leads_to.ptr;
    page->title = str_copy(results, shows_new ? after.title : before.title);
    if (after.leads_to.ptr)
        page->leads_to = target_of(results, page->path, after.leads_to);
    page->fate = page_fate_of(diff, page, &before, &after, scratch);
    if (page->fate == PAGE_CHANGED) {
        page->parts = whole ? differing_parts(&before, &after) : BIT(PART_OTHER);
        diff_text_find(&page->text, results, scratch, &before, &after);
    }
    if (page->fate == PAGE_ENDED)
        page->parts = BIT(PART_LISTS);
    if (page->fate == PAGE_MOVED)
        compare_moved(diff, page, &before, results, scratch);
    arena_reset(scratch);
}

static int page_by_path(const void *key, const void *element)
{
    return str_cmp(*(const struct str *)key, ((const struct diff_page *)element)->path);
}

/* Marks pages that are new only because others moved to them, so that they are told once. */
static void mark_arrivals(struct diff *diff)
{
    for (size_t i = 0; i < diff->pages.len; i++) {
        if (diff->pages.items[i].fate != PAGE_MOVED)
            continue;
        struct diff_page *target = bsearch(&diff->pages.items[i].leads_to, diff->pages.items,
                                           diff->pages.len, sizeof *target, page_by_path);
        if (target && target->fate == PAGE_NEW)
            target->fate = PAGE_ARRIVED;
    }
}

static void compare_pages(struct diff *diff, struct arena *arena, size_t threads)
{
    struct diff_job *job = arena_new(arena, struct diff_job);
    job->diff = diff;
    workers_run(threads, diff->pages.len, compare_page, job);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_adopt(arena, &job->workers[i].results);
        arena_release(&job->workers[i].scratch);
    }
}

/* ---- the whole ---- */

/*
 * Counts the pages that differ in a part. If they are most of the shared pages, takes
 * the bit from all of them and returns true: it will be told once, or the rest would
 * drown in it.
 */
static bool take_out(struct diff *diff, enum part part, size_t *count)
{
    for (size_t i = 0; i < diff->pages.len; i++)
        *count += (diff->pages.items[i].parts & BIT(part)) != 0;
    bool all = *count >= MOST && *count * 2 >= diff->shared_pages;
    for (size_t i = 0; all && i < diff->pages.len; i++)
        diff->pages.items[i].parts &= ~BIT(part);
    return all;
}

static struct diff_totals totals_of(const struct inventory *inventory)
{
    struct diff_totals totals = {.files = inventory->files.len};
    for (size_t i = 0; i < inventory->files.len; i++) {
        totals.pages += is_page(inventory->files.items[i].path);
        totals.bytes += inventory->files.items[i].size;
    }
    return totals;
}

void diff_make(struct diff *diff, struct arena *arena, const struct inventory *before,
               const struct inventory *after, size_t threads)
{
    *diff = (struct diff){.before = before, .after = after};
    diff->totals[0] = totals_of(before);
    diff->totals[1] = totals_of(after);
    compare_lists(diff, arena);
    compare_pages(diff, arena, threads);
    mark_arrivals(diff);
    diff->framed_all = take_out(diff, PART_OTHER, &diff->framed);
    diff->styled_all = take_out(diff, PART_LOOK, &diff->styled);
}
