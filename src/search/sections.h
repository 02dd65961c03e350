#ifndef SEARCH_SECTIONS_H
#define SEARCH_SECTIONS_H

#include "collection/collection.h"

struct buf;

/*
 * The headings that the schema asks of entries (x-sections). Nearly every entry has them, so
 * they say nothing of the one that does: they are no words of it, and stand in no snippet.
 * A heading is one of them if it has the same words, in whatever section of the schema they
 * stand. A paragraph that says the same is text like any other, and so is a heading that the
 * author made up.
 *
 *     struct sections sections;
 *     sections_read(&sections, &arena, &collection.kind);
 *     sections_put_text(&out, &sections, &entry->document->body);
 *
 * Any thread may put texts. It takes time linear in the text.
 */
struct sections {
    struct map titles; /* by their words; the pointers say nothing */
};

/* Reads the titles into `arena`. */
void sections_read(struct sections *sections, struct arena *arena, const struct entry_kind *kind);

/* Appends the text of a body, a line for each block, without the lines that are such headings. */
void sections_put_text(struct buf *out, const struct sections *sections,
                       const struct markdown *body);

#endif
