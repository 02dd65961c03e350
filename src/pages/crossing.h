#ifndef PAGES_CROSSING_H
#define PAGES_CROSSING_H

#include "pages/view.h"

/*
 * Where the terms of the main facet (x-main in the schema) cross the folders of
 * the collection: how many entries of each folder have each term. Each function
 * counts them in one walk through the entries.
 *
 * Both return NULL for a collection without a main facet.
 */

/* Fragments of pages/shapes.h: one crossing, and the table of all. */
extern const char crossing_shape[], crossing_table_shape[];

/* Returns the whole table: a row for each term, with a cell for each folder. */
struct value *crossing_table(struct arena *arena, const struct collection *collection,
                             const struct tongue *tongue);

/* Returns the crossings of one folder, given by its term: those that its entries have. */
struct value *crossing_of_folder(struct arena *arena, const struct collection *collection,
                                 const struct tongue *tongue, const struct term *folder);

#endif
