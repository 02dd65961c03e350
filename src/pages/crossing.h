#ifndef PAGES_CROSSING_H
#define PAGES_CROSSING_H

#include "pages/view.h"

/*
 * Where the main facet of a collection (x-main in the schema) crosses its
 * folders: how many entries of each folder have each of its terms. One walk
 * through the entries settles all of it.
 *
 * Both are NULL for a collection without a main facet.
 */

/* Fragments of pages/shapes.h: one crossing, and the table of them. */
extern const char crossing_shape[], crossing_table_shape[];

/* The whole table: a row for each term, a cell for each folder. */
struct value *crossing_table(struct arena *arena, const struct collection *collection,
                             const struct tongue *tongue);

/* Of one folder: the terms that its entries have. */
struct value *crossing_of_folder(struct arena *arena, const struct collection *collection,
                                 const struct tongue *tongue, const struct term *folder);

#endif
