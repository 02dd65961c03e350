#ifndef COLLECTION_SIMILAR_H
#define COLLECTION_SIMILAR_H

#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

struct arena;
struct collection;

/*
 * Texts that are nearly the same, found without comparing each with each.
 *
 * Of a text a sketch is kept: its runs of five words are hashed, the hashes spread
 * over SKETCH_BINS bins, and the least of each bin stands for it (MinHash with
 * one permutation; Broder 1997; Li, Owen and Zhang 2012). As many bins agree in two
 * sketches as runs agree in the texts. Texts that agree in four bins in a row are
 * compared, each with the first that had the same four, so that the cost grows
 * with the number of texts.
 */
enum { SKETCH_BINS = 64, SKETCH_ROW = 4, SKETCH_ALIKE = 80 /* per cent */ };

struct sketch {
    uint32_t bins[SKETCH_BINS]; /* 0: no run fell here */
};

/* NULL for a text of few words, which says too little to compare. */
const struct sketch *sketch_make(struct arena *arena, struct str text);

/* How much of two texts is the same, in per cent, as near as their sketches tell. */
unsigned sketch_likeness(const struct sketch *a, const struct sketch *b);

/* A row in the table of collection/checks.c. */
void similar_check(const struct collection *collection, struct diags *diags);

#endif
