#ifndef PAGES_RELATED_H
#define PAGES_RELATED_H

#include "base/str.h"
#include "collection/collection.h"

/*
 * Entries that belong together, and why.
 *
 * First those that the entry itself names; then those that share its terms,
 * by the weights of the facets (x-weight), a shared main term counting double;
 * equals in the collection's order.
 *
 * For each of an entry's terms only the RELATED_WINDOW neighbours to either
 * side in the term's list are candidates. Up to that many entries a term the
 * choice is exact; beyond it the cost still grows with the number of entries
 * and not with its square, and the neighbours are those of the same folder.
 */
enum { RELATED_MAX = 4, RELATED_WINDOW = 24 };

struct related {
    const struct entry *entry;
    bool named; /* by the entry itself */
};

/* Fills `related`, which has room for RELATED_MAX; the number of them. */
size_t related_choose(struct arena *arena, const struct collection *collection,
                      const struct entry *entry, struct related *related);

#endif
