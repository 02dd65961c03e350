#ifndef WRITING_SKETCH_H
#define WRITING_SKETCH_H

#include <stdint.h>

#include "base/str.h"

struct arena;

/*
 * A digest of a text, small enough to be kept for every text, from which one can tell how
 * much two texts have in common.
 *
 * Every run of five words is hashed, the hashes are spread over SKETCH_BINS bins, and the
 * least hash of each bin is kept. The share of bins in which two sketches agree estimates
 * the share of runs that are in both texts among those that are in any of them.
 *
 * This is MinHash over shingles (A. Broder, «On the resemblance and containment of
 * documents», 1997) with one permutation (P. Li, A. Owen and C.-H. Zhang, «One permutation
 * hashing», 2012).
 */
enum { SKETCH_BINS = 64 };

struct sketch {
    uint32_t bins[SKETCH_BINS]; /* 0: no run fell here */
};

/* Returns the sketch of a text, in the arena, or NULL if it has too few words to compare. */
const struct sketch *sketch_make(struct arena *arena, struct str text);

/* Returns how much two texts have in common, in per cent, as far as their sketches tell. */
unsigned sketch_likeness(const struct sketch *a, const struct sketch *b);

#endif
