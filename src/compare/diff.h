#ifndef COMPARE_DIFF_H
#define COMPARE_DIFF_H

#include "base/buf.h"
#include "base/diag.h"
#include "compare/parts.h"
#include "compare/inventory.h"

/*
 * What differs between two published folders, told for who reads a change.
 *
 *     struct site_diff diff;
 *     site_diff_make(&diff, &arena, &before, &after, threads);
 *     site_diff_put(&text, &diff, language);
 *
 * Only files whose hashes differ are read, each once; time and memory go with
 * the size of what differs, and with the number of files.
 */

/* Sentences and fields that came and went; the first few of them are kept. */
enum { SENTENCES_KEPT = 4 };

struct text_diff {
    struct str gone[SENTENCES_KEPT], come[SENTENCES_KEPT]; /* may be cut, may not be UTF-8 */
    size_t gone_count, come_count;
    size_t words_gone, words_come; /* as a bag: a word that moved is neither */
};

/* Of what is text or facts. The results live in `arena`; `scratch` may be reset. */
void text_diff_find(struct text_diff *diff, struct arena *arena, struct arena *scratch,
                    const struct parts *before, const struct parts *after);

enum page_fate {
    PAGE_NEW,
    PAGE_CHANGED,
    PAGE_MOVED,   /* it leads on to another page now; held against that one when it is new */
    PAGE_ARRIVED, /* that one: told where it came from */
    PAGE_LOST,    /* it is gone, and so is its address */
    PAGE_LEADS,   /* leads on, and nothing else stood there before */
};

struct page_diff {
    const struct inventory_file *before, *after; /* NULL: not there */
    enum page_fate fate;
    struct str path, title;
    struct str leads_to; /* path of another page, or an address elsewhere */
    unsigned parts;      /* 1u << enum part, of a page that changed, or did when it moved */
    struct text_diff text;
};

struct file_diff { /* of what is no page; an asset's address without its hash */
    struct str path;
    bool before, after;
};

struct site_totals {
    size_t files, pages, bytes;
};

struct site_diff {
    const struct inventory *before, *after;
    struct {
        struct page_diff *items;
        size_t len, cap;
    } pages; /* by path */
    struct {
        struct file_diff *items;
        size_t len, cap;
    } files;             /* by path */
    size_t shared_pages; /* in both */
    /*
     * How many of those differ in the frame around their content, and in style
     * and scripts. When it is most of them, that is told once: no page has the bit.
     */
    size_t framed, styled;
    bool framed_all, styled_all;
    struct site_totals totals[2];
};

void site_diff_make(struct site_diff *diff, struct arena *arena, const struct inventory *before,
                    const struct inventory *after, size_t threads);

/* Markdown, at most DIFF_MAX bytes: a comment on GitHub takes 65 536 characters. */
enum { DIFF_MAX = 64000 };
void site_diff_put(struct buf *out, const struct site_diff *diff, enum diag_language language);

#endif
