#ifndef PAGES_MARK_H
#define PAGES_MARK_H

#include "pages/theme.h"

/*
 * The mark of the site: a motif (pages/motif.h) that is made of its title, unless `mark` in
 * site.yaml says which. It is what the header, the browser's tab and a phone show, and in the
 * picture that chats show of a shared page it stands beside a shelf of the terms.
 *
 * Adds icon.svg, icon-180.png, icon-192.png and icon-512.png to the assets of the theme, and
 * share.png if the site has an address, without which no page can name it; but not those that a
 * layer of the theme has itself. All lives in `arena`. If they are not `drawn`, the names are there
 * for templates, but the pictures are empty.
 */
void mark_add(struct theme *theme, struct arena *arena, const struct collection *collection,
              bool drawn);

#endif
