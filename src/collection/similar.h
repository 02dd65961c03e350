#ifndef COLLECTION_SIMILAR_H
#define COLLECTION_SIMILAR_H

#include "base/diag.h"

struct collection;

/*
 * Texts that are nearly the same, found without comparing each with each: those whose
 * sketches (writing/sketch.h) agree in SIMILAR_ROW bins in a row are compared, each with
 * the first that had the same, so that the cost grows with the number of texts.
 */
enum { SIMILAR_ROW = 4, SIMILAR_ENOUGH = 80 /* per cent */ };

/* A row in the table of collection/checks.c. */
void similar_check(const struct collection *collection, struct diags *diags);

#endif
