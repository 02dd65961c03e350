#ifndef PLAN_PRINT_PARTS_H
#define PLAN_PRINT_PARTS_H

#include "plan/plan.h"

/*
 * How pages to print are divided. Entries stand whole on one page, in their order, when there are
 * no more of them than `page_size` and it stays below half a megabyte. Otherwise the page of all
 * leads to others, of each folder one, or as many as its entries need by the same measure; and a
 * booklet goes on.
 */

/* Whether the collection is too large for one page to print. */
bool print_in_parts(const struct collection *collection);

/* Returns where a part of these entries ends that begins with number `from`: behind it at least. */
size_t print_part_end(const struct collection *collection, const struct entry *const *entries,
                      size_t from, size_t count);

/* Returns how many parts they need. */
size_t print_part_count(const struct collection *collection, const struct entry *const *entries,
                        size_t count);

/*
 * Adds the pages with the entries of a term, with plan_add(): `first`, whose term it is, and as
 * many after it as they need. Each has the texts of those that stand on it.
 */
void print_parts_add(struct plan *plan, struct output first);

#endif
