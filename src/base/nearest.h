#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/str.h"

/*
 * What did the writer mean? Tries candidates one by one and keeps the nearest,
 * if it is near enough to be a likely slip: a third of the letters, rounded up.
 * Case and Norwegian letters are folded first, so «Tilsyn» and «tilsyn» are the
 * same.
 *
 * The distance is the restricted form of Damerau and Levenshtein's, called
 * optimal string alignment: letters that are added, left out or exchanged, and
 * neighbours that have changed places, count as one each, and no letter is
 * edited twice («ca» is 3 from «abc», where the unrestricted form says 2).
 *
 *     struct nearest nearest = nearest_to(word);
 *     for (…) nearest_try(&nearest, candidate);
 *     use(nearest.best);      // the absent str when none was near
 */
enum {
    NEAREST_MAX = 64,         /* bytes; longer words have no nearest one */
    NEAREST_AMONG_MAX = 1000, /* candidates that it is worth to try for one finding */
};

struct nearest {
    struct str best;
    size_t distance;
    size_t rivals;          /* that are as near as the best */
    char word[NEAREST_MAX]; /* folded */
    size_t len, allowed;
};

struct nearest nearest_to(struct str word);
void nearest_try(struct nearest *nearest, struct str candidate);

/* How many to try of so many candidates; the rest of a long list is left alone. */
static inline size_t nearest_among(size_t candidates)
{
    return candidates < NEAREST_AMONG_MAX ? candidates : NEAREST_AMONG_MAX;
}

#endif
