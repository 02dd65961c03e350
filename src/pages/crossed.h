#ifndef PAGES_CROSSED_H
#define PAGES_CROSSED_H

#include "pages/view.h"

/*
 * The pairs of facets that the overview crosses (`crossed` of x-show): how many entries have
 * both a term of the one and a term of the other.
 *
 * Where each entry has one value at the most, of those that the schema names, the picture is a
 * column for each term of `by`, stacked of the values. Any other field is gathered: a block for
 * each term of `by`, with the terms that its entries have.
 *
 * A picture has no more columns, parts of a column, blocks and terms in a block than there is
 * room for, those with the most entries: so its size does not grow with the product of the two,
 * and what it costs to count grows with what the entries have.
 */
enum {
    CROSSED_COLUMNS_MAX = 12,
    CROSSED_PARTS_MAX = 7, /* the last is all the rest, when there are more values */
    CROSSED_BLOCKS_MAX = 24,
    CROSSED_TERMS_MAX = 12,
};

/* A fragment of pages/shapes.h: one pair. */
extern const char crossed_shape[];

/* Returns a list of the pairs that the schema names. */
struct value *crossed_pairs(struct arena *arena, const struct collection *collection,
                            const struct tongue *tongue);

#endif
