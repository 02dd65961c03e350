#ifndef WRITING_SKETCH_H
#define WRITING_SKETCH_H

#include <stdint.h>

#include "base/str.h"

struct arena;

/*
 * What a text says, small enough to be kept and compared with other texts: its runs
 * of five words are hashed, the hashes spread over SKETCH_BINS bins, and the least of
 * each bin stands for it (MinHash with one permutation; Broder 1997; Li, Owen and
 * Zhang 2012). As many bins agree in two sketches as runs agree in the texts.
 */
enum { SKETCH_BINS = 64 };

struct sketch {
    uint32_t bins[SKETCH_BINS]; /* 0: no run fell here */
};

/* NULL for a text of few words, which says too little to compare. */
const struct sketch *sketch_make(struct arena *arena, struct str text);

/* How much of two texts is the same, in per cent, as near as their sketches tell. */
unsigned sketch_likeness(const struct sketch *a, const struct sketch *b);

#endif
