#ifndef PAGES_PAGES_H
#define PAGES_PAGES_H

#include "pages/view.h"

/*
 * What the template of one page is given. The shape of it is in
 * pages/shapes.c, the description in theme/README.md.
 */
const struct value *page_view(const struct view *view, const struct output *output,
                              struct arena *arena);

#endif
