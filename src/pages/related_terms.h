#ifndef PAGES_RELATED_TERMS_H
#define PAGES_RELATED_TERMS_H

#include "pages/picked.h"

/*
 * Which terms to show as related to a term: those of its facet that the most of its entries have
 * as well. Equal ones go by the facet's order. Where an entry has one term only, none is related.
 *
 * They are counted in the terms of the term's own entries. An entry with more than
 * RELATED_TERMS_OF terms of the facet relates none of them: it says little of how they belong
 * together, and would cost the square of its terms over all their pages.
 */
enum { RELATED_TERMS_MAX = 5, RELATED_TERMS_OF = 24 };

/* Returns those, with how many entries they have in common with the term. */
struct term_counts related_terms(struct arena *arena, const struct collection *collection,
                                 const struct term *term);

#endif
