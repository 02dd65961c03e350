#ifndef PAGES_PICKED_H
#define PAGES_PICKED_H

#include "base/arena.h"
#include "collection/collection.h"

/*
 * Which terms of a facet a picture shows, and in which order.
 *
 * A picture has room for so many, while anybody can write another; so those that have
 * the most entries are picked. All cost as much as the facet has terms, or the term entries.
 */
struct picked {
    const struct facet *facet;
    const struct term **terms;
    size_t len;
    size_t *places; /* by the term's number: its place among them, from 1; 0: it is left out */
};

/* Returns all terms, or the `most` of them that have the most entries, in the facet's order. */
struct picked picked_most(struct arena *arena, const struct facet *facet, size_t most);

/*
 * Returns the terms that have entries, those with the most first; of numbers, and where the
 * schema has x-ordered, in the facet's order, which says more.
 */
struct picked picked_ranked(struct arena *arena, const struct facet *facet);

/*
 * Returns how many entries have a term of the one and a term of the other: a count for each of
 * `columns` in each of `rows`, row by row.
 */
size_t *picked_cross(struct arena *arena, const struct collection *collection,
                     const struct picked *rows, const struct picked *columns);

/* A term, and how many entries of some have it. */
struct term_count {
    const struct term *term;
    size_t count;
};

struct term_counts {
    struct term_count *items;
    size_t len, cap;
};

/*
 * Returns the terms of a facet that the entries of a term have, in the facet's order. Entries that
 * have more than `most` of them do not count.
 */
struct term_counts term_counts_of(struct arena *arena, const struct collection *collection,
                                  const struct term *term, const struct facet *facet, size_t most);

/* Sorts them: those with the highest counts first. */
void term_counts_sort(struct term_counts *counts);

#endif
