#ifndef PAGES_SHAPES_H
#define PAGES_SHAPES_H

#include "pages/theme.h"
#include "template/shape.h"

/*
 * The fragments that shapes of pages are made of: what `@term` or `@card` in the
 * notation of template/shape.h stands for. The notation of each fragment stands
 * beside the code that makes its values; here they are given their names, with
 * those that depend on the site: its fields, words, settings and assets.
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
