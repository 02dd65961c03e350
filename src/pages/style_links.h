#ifndef PAGES_STYLE_LINKS_H
#define PAGES_STYLE_LINKS_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct asset;
struct buf;
struct diags;
struct source;

/*
 * What a style sheet of the theme fetches. It names a file of theme/assets as it lies there,
 *
 *     src: url("public-sans.woff2");
 *
 * and is published with the name that the file goes out under, beside it: the hash is in it, so
 * a sheet that readers have kept never gets another edition of what it names.
 */

/* Whether a style sheet can name an asset: neither a script nor another style sheet. */
bool style_can_name(const struct asset *asset);

/*
 * Returns a style sheet with the names that its files are published under. The assets that it
 * can name have their hashes. Adds a finding for each name that no such asset has, also in
 * @import: it would lead nowhere. Full addresses and those that begin with / or # are left alone.
 */
struct str style_link(struct arena *arena, const struct source *sheet, const struct asset *assets,
                      size_t count, struct diags *diags);

/*
 * Appends a style sheet with what `put_name` appends in the place of each name of a file in it: the
 * sheet as it is published names those that lie beside it.
 */
typedef void style_put_name(void *context, struct buf *out, struct str name);
void style_put_anew(struct buf *out, struct str sheet, style_put_name *put_name, void *context);

/*
 * Returns a style sheet without its @font-face, for a page that has it in itself: there the names
 * would be taken from the page's address, and what is asked for would not be found.
 */
struct str style_without_fonts(struct arena *arena, struct str sheet);

#endif
