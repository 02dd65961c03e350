#ifndef COMPARE_PUT_H
#define COMPARE_PUT_H

#include "compare/diff.h"
#include "compare/parts.h"

/*
 * The report while it is written. Shared by put.c, which puts the whole, and page.c,
 * which puts the item of one page; others include compare/diff.h.
 */
struct diff_writer {
    struct buf *out;
    const struct diff *diff;
    enum diag_language language;
    size_t items; /* how many bytes of `out` are items (put.c) */
};

/* The parts that people have written; what is new and lists follow from them. */
enum { CONTENT = 1u << PART_TEXT | 1u << PART_FACTS, NEWS = 1u << PART_NEWS };

struct phrase {
    const char *text[DIAG_LANGUAGES];
};
#define PHRASE(nb, en) ((struct phrase){{nb, en}})

/*
 * Appends a phrase with "{0}", "{1}" … replaced by the numbers; `numbers` may be
 * NULL without any.
 */
void diff_say(struct diff_writer *writer, struct buf *out, struct phrase phrase,
              const size_t *numbers);

/* Appends a path as code, made visible and cut off if it is long. */
void diff_put_path(struct buf *out, struct str path);

/* The next five append one page as an item of a list: its title and path. */
void diff_put_plain(struct diff_writer *writer, struct buf *item, const struct diff_page *page);

/* … with where it leads. */
void diff_put_leading(struct diff_writer *writer, struct buf *item, const struct diff_page *page);

/* … with the names of the parts that changed. */
void diff_put_with_parts(struct diff_writer *writer, struct buf *item,
                         const struct diff_page *page);

/* … with those, and what came and went in its text. */
void diff_put_changed(struct diff_writer *writer, struct buf *item, const struct diff_page *page);

/* … with all that, and where it leads. */
void diff_put_moved(struct diff_writer *writer, struct buf *item, const struct diff_page *page);

#endif
