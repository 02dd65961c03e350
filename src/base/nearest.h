#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/str.h"

/*
 * What did the writer mean? Tries candidates one by one and keeps the nearest
 * by Damerau–Levenshtein distance (neighbours swapped count as one), if it is
 * near enough to be a likely slip: a third of the letters, rounded up. Case and
 * Norwegian letters are folded first, so «Tilsyn» is next to nothing from
 * «tilsyn».
 *
 *     struct nearest nearest = nearest_to(word);
 *     for (…) nearest_try(&nearest, candidate);
 *     use(nearest.best);      // the absent str when none was near
 */
enum { NEAREST_MAX = 64 }; /* longer words have no nearest one */

struct nearest {
    struct str best;
    size_t distance;
    size_t rivals;          /* that are as near as the best */
    char word[NEAREST_MAX]; /* folded */
    size_t len, allowed;
};

struct nearest nearest_to(struct str word);
void nearest_try(struct nearest *nearest, struct str candidate);

#endif
