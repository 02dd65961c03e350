#ifndef BASE_TALLY_H
#define BASE_TALLY_H

#include "base/map.h"
#include "base/str.h"

struct rule;
struct source;

/*
 * How often each rule was broken in each file. For base/diag.c, which keeps some of the
 * findings and counts the others.
 *
 *     struct tally *tally = tally_of(&tallies, &arena, rule, source);
 *     tally->more++;
 *
 * Tallies whose bytes are all 0 are empty. They never move. The memory is the arena's.
 */
struct tally {
    const struct rule *rule;
    const struct source *source; /* NULL: of no file, or of any */
    size_t kept;                 /* findings that are in a list */
    size_t more;                 /* and those that are in none */
    struct str reason;           /* why they do not count, or the absent str */
};

struct tallies {
    struct tally **items; /* in the order in which they were first asked for */
    size_t len, cap;
    struct map by_place; /* rule and source → struct tally */
    struct tally *last;  /* that was asked for: most often it is asked for again */
};

/* Returns the tally of a rule and a file, which it makes if there is none. */
struct tally *tally_of(struct tallies *tallies, struct arena *arena, const struct rule *rule,
                       const struct source *source);

/* Moves what files have `more` of to no file, where none of their findings is kept. */
void tallies_fold(struct tallies *tallies, struct arena *arena);

/* Puts those that have `more` first, by file and rule, and returns how many those are. */
size_t tallies_sort(struct tallies *tallies);

#endif
