#ifndef COMPARE_DIFF_H
#define COMPARE_DIFF_H

#include "base/buf.h"
#include "base/diag.h"
#include "compare/inventory.h"
#include "compare/text.h"

/*
 * What differs between two published folders, told for who reads a change.
 *
 *     struct diff diff;
 *     diff_make(&diff, &arena, &before, &after, threads);
 *     diff_put(&text, &diff, language);
 *
 * Only files whose hashes differ are read, each once; time and memory go with
 * the size of what differs, and with the number of files.
 */

enum page_fate {
    PAGE_NEW,
    PAGE_CHANGED,
    PAGE_MOVED,   /* it leads on to another page now; held against that one when it is new */
    PAGE_ARRIVED, /* that one: told where it came from */
    PAGE_LOST,    /* it is gone, and so is its address */
    PAGE_LEADS,   /* leads on, and nothing else stood there before */
};

struct diff_page {
    const struct inventory_file *before, *after; /* NULL: not there */
    enum page_fate fate;
    struct str path, title;
    struct str leads_to; /* path of another page, or an address elsewhere */
    unsigned parts;      /* 1u << enum part, of a page that changed, or did when it moved */
    struct diff_text text;
};

struct diff_file { /* of what is no page; an asset's address without its hash */
    struct str path;
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
     * How many of those differ in the frame around their content, and in style
     * and scripts. When it is most of them, that is told once: no page has the bit.
     */
    size_t framed, styled;
    bool framed_all, styled_all;
    struct diff_totals totals[2];
};

void diff_make(struct diff *diff, struct arena *arena, const struct inventory *before,
               const struct inventory *after, size_t threads);

/*
 * Appends the report as Markdown: at most DIFF_MAX bytes, whatever the sites hold,
 * since a comment on GitHub takes 65 536 characters.
 */
enum { DIFF_MAX = 64000 };
void diff_put(struct buf *out, const struct diff *diff, enum diag_language language);

#endif
