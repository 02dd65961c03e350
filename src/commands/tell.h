#ifndef COMMANDS_TELL_H
#define COMMANDS_TELL_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/diag.h"
#include "collection/collection.h"

/*
 * What the commands say on the terminal of what came of a site, in the same
 * words.
 */

/* Milliseconds of a clock that never goes back. */
double tell_clock(void);

/* Whether to use colours on standard error: a terminal, and no NO_COLOR (no-color.org). */
bool tell_in_colour(void);

/* Prints the findings of at least this severity to standard error. */
void tell_findings(const struct diags *diags, enum severity least, enum diag_language language);

/* «13 tiltak, 16 departementer, 11 temaer»; empty when not even the schema could be read. */
struct str tell_summary(struct arena *arena, const struct collection *collection);

/* «0 feil, 1 advarsel», “0 errors, 1 warning”; `least` decides whether advice is counted. */
struct str tell_counts(struct arena *arena, const struct diags *diags, enum severity least,
                       enum diag_language language);

/*
 * How far a build has come: a line on standard error that is written over, ten
 * times a second at most, when a build has taken more than one. tell_progress()
 * may be called from any thread (publish/publish.h); what it counts are outputs.
 */
struct progress {
    double start;      /* tell_clock() */
    atomic_long shown; /* tenths of a second since the start */
};
void tell_progress(void *progress, size_t done, size_t all);

/* Takes the line away, if there is one. */
void tell_progress_ended(struct progress *progress);

#endif
