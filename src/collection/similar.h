#ifndef COLLECTION_SIMILAR_H
#define COLLECTION_SIMILAR_H

#include "base/diag.h"

struct collection;

/*
 * Finds texts that are nearly the same, without comparing each with each: each text is only
 * compared with the first ones that have a row of SIMILAR_ROW bins of its sketch
 * (writing/sketch.h) in common with it, so that the cost grows with the number of texts.
 * This is the banding of locality-sensitive hashing (Leskovec, Rajaraman and Ullman,
 * «Mining of Massive Datasets», 3.4).
 */
enum { SIMILAR_ROW = 4, SIMILAR_ENOUGH = 80 /* per cent */ };

/* Tells of each text that is nearly the same as an earlier one. A row in checks.c. */
void similar_check(const struct collection *collection, struct diags *diags);

/* Whether a rule is that; its finding stands in a later text, and its first argument is the path of
 * the earlier one. */
bool similar_has_rule(const struct rule *rule);

#endif
