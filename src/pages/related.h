#ifndef PAGES_RELATED_H
#define PAGES_RELATED_H

#include "base/str.h"
#include "collection/collection.h"

/*
 * Which entries to show as related to an entry, and why.
 *
 * The entries that it names itself come first. Then come those that share terms
 * with it: the score of one is the sum of the weights (x-weight) of the facets in
 * which they do, and the main term counts double. Equal scores go by the
 * collection's order.
 *
 * For each term of the entry only its RELATED_WINDOW neighbours to either side in
 * the term's list are candidates. So the choice is exact as long as no term has
 * more entries than that. With more, the neighbours are those of the same folder,
 * and the cost grows with the number of entries and not with its square.
 */
enum { RELATED_MAX = 4, RELATED_WINDOW = 24 };

struct related {
    const struct entry *entry;
    bool named; /* the entry names it itself */
};

/* Fills `related`, which has room for RELATED_MAX. Returns how many were found. */
size_t related_choose(struct arena *arena, const struct collection *collection,
                      const struct entry *entry, struct related *related);

#endif
