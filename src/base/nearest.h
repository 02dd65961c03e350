#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include "base/str.h"

/*
 * Finds what the writer may have meant. Tries candidates one by one and keeps the
 * nearest, if it is near enough to be a likely slip: at most a third of the letters,
 * rounded up, are wrong. Texts are folded first, so «Tilsyn» and «tilsyn» are the same.
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
    NEAREST_AMONG_MAX = 1000, /* at most so many candidates are tried for one finding */
};

struct nearest {
    struct str best;        /* the candidate as it was given; absent while there is none */
    size_t distance;        /* of the best */
    size_t rivals;          /* how many others are as near as the best */
    char word[NEAREST_MAX]; /* folded; `len` bytes */
    size_t len, allowed;    /* `allowed` is the largest distance that counts */
};

/* Begins a search for the candidate nearest to `word`. */
struct nearest nearest_to(struct str word);

/* Compares one candidate, which must live as long as `best` is used. */
void nearest_try(struct nearest *nearest, struct str candidate);

/* Returns how many of so many candidates to try: a long list is not searched to its end. */
static inline size_t nearest_among(size_t candidates)
{
    return candidates < NEAREST_AMONG_MAX ? candidates : NEAREST_AMONG_MAX;
}

#endif
