#ifndef PAGES_INLINED_H
#define PAGES_INLINED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct asset;
struct shape;
struct value;

/*
 * Style sheets and scripts of the theme as they stand inside a page, for one that cannot know
 * where their files are. Each has its text and, in base64, the hash by which the page's policy
 * allows it (Content Security Policy 3, section 6.6.3.3):
 *
 *     <meta http-equiv="Content-Security-Policy" content="… 'sha256-{{inline.site_css.hash}}'">
 *     <style>{{{inline.site_css.text}}}</style>
 *
 * The text holds nothing that ends its element, and no line end that a browser would change. A
 * style sheet is without its fonts (pages/style_links.h).
 */

/* Returns the text of a style sheet, or of a script, as it can stand there. */
struct str inlined_text(struct arena *arena, struct str bytes, bool script);

/* Whether an asset can stand inside a page. */
bool inlined_fits(const struct asset *asset);

/* Return a member for each asset that can, under the name that templates have for it. */
struct value *inlined_values(struct arena *arena, const struct asset *assets, size_t count);
struct shape *inlined_shape(struct arena *arena, const struct asset *assets, size_t count);

#endif
