#ifndef COMPARE_DIFF_H
#define COMPARE_DIFF_H

#include "base/buf.h"
#include "base/diag.h"
#include "compare/inventory.h"
#include "compare/text.h"

/*
 * What differs between two published folders, told to people who review a change.
 *
 *     struct diff diff;
 *     diff_make(&diff, &arena, &before, &after, threads);
 *     diff_put(&text, &diff, language);
 *
 * Only files whose hashes differ are read, each once, so time and memory grow with the
 * size of what differs, and with the number of files.
 *
 * The diff lives in the arena, and points into both inventories.
 */

enum page_fate {
    PAGE_NEW,
    PAGE_CHANGED,
    PAGE_MOVED,   /* it is a redirect now; if its target is new, they are compared */
    PAGE_ARRIVED, /* the new target of a redirect; told at the page that moved */
    PAGE_LOST,    /* it is gone, and its address leads nowhere */
    PAGE_ENDED,   /* gone since its list is shorter, or what led to a list; nothing is lost */
    PAGE_LEADS,   /* a redirect, where there was nothing or another redirect before */
};

struct diff_page {
    const struct inventory_file *before, *after; /* NULL: not in that folder */
    enum page_fate fate;
    struct str path, title;
    struct str leads_to; /* the target of a redirect: a path, or an address elsewhere; or absent */
    unsigned parts;      /* those that differ, as 1u << enum part; for CHANGED, MOVED and ENDED */
    struct diff_text text;
};

/* A file that is no page. */
struct diff_file {
    struct str path; /* an asset's without the hash */
    bool before, after;
};

struct diff_totals {
    size_t files, pages, bytes;
};

struct diff {
    const struct inventory *before, *after;
    struct {
        struct diff_page *items;
        size_t len, cap;
    } pages; /* by path */
    struct {
        struct diff_file *items;
        size_t len, cap;
    } files;             /* by path */
    size_t shared_pages; /* in both */
    /*
     * How many shared pages differ in the frame around their content, and in style and
     * scripts. If that is most of them, …_all is set and the bit is taken from every
     * page, so that it is told once.
     */
    size_t framed, styled;
    bool framed_all, styled_all;
    struct diff_totals totals[2]; /* before and after */
};

void diff_make(struct diff *diff, struct arena *arena, const struct inventory *before,
               const struct inventory *after, size_t threads);

/*
 * Appends the report as Markdown: at most DIFF_MAX bytes, whatever is in the folders,
 * since a comment on GitHub may have 65 536 characters.
 */
enum { DIFF_MAX = 64000 };
void diff_put(struct buf *out, const struct diff *diff, enum diag_language language);

#endif
