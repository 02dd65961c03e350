#ifndef PAGES_MARK_H
#define PAGES_MARK_H

#include "base/hash.h"
#include "pages/theme.h"

/*
 * The mark of the site: a motif (pages/motif.h) that is made of its title, unless `mark` in
 * site.yaml says which. It is what the header, the browser's tab and a phone show, and in the
 * picture that chats show of a shared page it stands beside a shelf of the terms.
 *
 * Its files are icon.svg, icon-180.png, icon-192.png and icon-512.png, and share.png if the site
 * has an address, without which no page can name it. Pages name them by the hash of what they are
 * made of, so that a picture is drawn only when its file is put.
 *
 *     mark_add(&theme, &arena, &collection);
 *     mark_put(&out, STR("icon-180.png"), &collection);
 */

/* Another, whenever the same is drawn otherwise: a name must never mean two pictures. */
#define MARK_FORM "1"

enum { MARK_SHARE_WIDTH = 1200, MARK_SHARE_HEIGHT = 630 };

/* Returns the hash of what the pictures are made of. */
struct hash mark_asked(const struct collection *collection);

/* Adds the pictures to the assets of a theme, but not those that a layer of it has itself. */
void mark_add(struct theme *theme, struct arena *arena, const struct collection *collection);

/* Draws the picture of this name and appends it. */
void mark_put(struct buf *out, struct str name, const struct collection *collection);

/*
 * Appends the cover of a book, a PNG: the mark, and below it the shelf. It says nothing that the
 * title does not.
 */
enum { MARK_COVER_WIDTH = 600, MARK_COVER_HEIGHT = 900 };

void mark_put_cover(struct buf *out, const struct collection *collection);

#endif
