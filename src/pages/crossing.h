#ifndef PAGES_CROSSING_H
#define PAGES_CROSSING_H

#include "pages/view.h"

/*
 * Where the terms of the main facet (x-main in the schema) cross the folders of
 * the collection: how many entries of each folder have each term. Each function
 * counts them in one walk through the entries.
 *
 * The cells of a table are the product of two numbers that anybody can raise, so a
 * table has no more rows and columns than there is room for on a page: those with the
 * most entries. `partial` says that some are left out, and `sides` are the facets of
 * rows and columns, whose own pages list all. The term at the head of a row has the
 * count of all its entries, also of those in folders that are left out.
 *
 * A cell that is not empty has a shade, by how its count compares with the highest of all;
 * `steps` says what each shade means.
 *
 * The last two functions return NULL for a collection without a main facet.
 */
enum { CROSSING_ROWS_MAX = 40, CROSSING_COLUMNS_MAX = 24 };

/* Fragments of pages/shapes.h: one crossing, and the table of all. */
extern const char crossing_shape[], crossing_table_shape[];

/* Returns the shade of a count, from 1 for the lowest to 3; `most` is the highest of all. */
size_t crossing_shade(size_t count, size_t most);

/* Returns the table: a row for each term, with a cell for each folder. */
struct value *crossing_table(struct arena *arena, const struct collection *collection,
                             const struct tongue *tongue);

/*
 * Returns the crossings of one folder, given by its term: those that its entries have, in the order
 * of the facet; of more than MANY_TERMS (view.h) the FEW_TERMS with the most, those first. `more`
 * is how many are left out.
 */
struct value *crossing_of_folder(struct arena *arena, const struct collection *collection,
                                 const struct tongue *tongue, const struct term *folder,
                                 size_t *more);

#endif
