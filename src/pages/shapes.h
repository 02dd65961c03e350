#ifndef PAGES_SHAPES_H
#define PAGES_SHAPES_H

#include "pages/theme.h"
#include "template/shape.h"

/*
 * The fragments that shapes of pages are made of: what `@term` or `@card` stands
 * for in the notation of template/shape.h. Most have their notation beside the code
 * that makes the values, and get their names here. The others depend on the site:
 * its fields, words, settings and assets.
 *
 *     struct map named;
 *     shapes_init(&named, &arena, collection, theme);
 *     shape_parse(&arena, home_page_shape, &named);
 *
 * theme/README.md explains every name.
 */
void shapes_init(struct map *named, struct arena *arena, const struct collection *collection,
                 const struct theme *theme);

#endif
