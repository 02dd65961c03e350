#ifndef COMPARE_DIFF_PARTS_H
#define COMPARE_DIFF_PARTS_H

#include "compare/diff.h"

/*
 * What the files diff_page.c and diff_put.c share and nobody else includes: the
 * report while it is written, and the line of one page in it.
 */
struct writer {
    struct buf *out;
    const struct site_diff *diff;
    enum diag_language language;
};

/* What somebody has written, and not a list that follows from it. */
enum { CONTENT = 1u << PART_TEXT | 1u << PART_FACTS };

struct phrase {
    const char *text[DIAG_LANGUAGES];
};
#define PHRASE(nb, en) ((struct phrase){{nb, en}})

/* Appends a phrase, with "{0}", "{1}" … replaced by the numbers; NULL when it has none. */
void diff_say(struct writer *writer, struct buf *out, struct phrase phrase, const size_t *numbers);

void diff_put_path(struct buf *out, struct str path);

/* One page as an item of a list: as it is; with where it leads; with what changed in it; with both.
 */
void diff_put_plain(struct writer *writer, struct buf *item, const struct page_diff *page);
void diff_put_leading(struct writer *writer, struct buf *item, const struct page_diff *page);
void diff_put_with_parts(struct writer *writer, struct buf *item, const struct page_diff *page);
void diff_put_moved(struct writer *writer, struct buf *item, const struct page_diff *page);
void diff_put_changed(struct writer *writer, struct buf *item, const struct page_diff *page);

#endif
