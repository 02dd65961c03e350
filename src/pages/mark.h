#ifndef PAGES_MARK_H
#define PAGES_MARK_H

#include "pages/theme.h"

enum { MARK_PICTURES = 5 };

/*
 * The mark of the site: a motif (pages/motif.h) that is made of its title, unless `mark` in
 * site.yaml says which. It is what the header, the browser's tab and a phone show, and in the
 * picture that chats show of a shared page it stands beside a shelf of the terms.
 *
 * Its files are icon.svg, icon-180.png, icon-192.png and icon-512.png, and share.png if the site
 * has an address, without which no page can name it.
 *
 *     mark_make(&mark, &arena, &collection, true);   // or mark_copy(), of one made of the same
 *     mark_add(&theme, &arena, &mark);
 */
struct mark {
    struct asset pictures[MARK_PICTURES];
    size_t count;
};

/*
 * Draws the pictures, in `arena`. Unless they are `drawn`, the names are there for templates, but
 * the pictures are empty.
 */
void mark_make(struct mark *mark, struct arena *arena, const struct collection *collection,
               bool drawn);
void mark_copy(struct mark *mark, struct arena *arena, const struct mark *other);

/* Adds them to the assets of the theme, but not those that a layer of the theme has itself. */
void mark_add(struct theme *theme, struct arena *arena, const struct mark *mark);

/*
 * Appends the cover of a book, a PNG: the mark, and below it the shelf. It says nothing that the
 * title does not.
 */
enum { MARK_COVER_WIDTH = 600, MARK_COVER_HEIGHT = 900 };

void mark_put_cover(struct buf *out, const struct collection *collection);

#endif
