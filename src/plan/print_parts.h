#ifndef PLAN_PRINT_PARTS_H
#define PLAN_PRINT_PARTS_H

#include "plan/plan.h"

/*
 * How the page to print is divided. All entries stand on one page, in their order, when there are
 * no more of them than `page_size` and it stays below half a megabyte. Otherwise that page leads to
 * others: of each folder one, or as many as its entries need by the same measure.
 */

/* Whether the collection is too large for one page to print. */
bool print_in_parts(const struct collection *collection);

/*
 * Returns where a part ends that begins with the entry of number `from`: behind it at least, and
 * not behind `end`, where those of its folder do.
 */
size_t print_part_end(const struct collection *collection, size_t from, size_t end);

#endif
