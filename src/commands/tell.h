#ifndef COMMANDS_TELL_H
#define COMMANDS_TELL_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/diag.h"
#include "collection/collection.h"

/*
 * What several commands say on the terminal about a site, so that they say it in the
 * same words, in the language of messages (base/said.h).
 */

/*
 * Whether to use colours on standard error: it is a terminal, and NO_COLOR is not
 * set (no-color.org).
 */
bool tell_in_colour(void);

/* Prints the findings of at least this severity to standard error. */
void tell_findings(const struct diags *diags, enum severity least);

/*
 * Returns «13 oppskrifter, 5 kjøkken, 20 ingredienser»; the empty text if not even the
 * schema could be read.
 */
struct str tell_summary(struct arena *arena, const struct collection *collection);

/* Returns «0 feil, 1 advarsel», “0 errors, 1 warning”, of findings of at least this severity. */
struct str tell_counts(struct arena *arena, const struct diags *diags, enum severity least);

/*
 * Shows how far a build has come, in a line on standard error that is overwritten. It
 * appears after the first second and changes at most ten times a second.
 * tell_progress() is a publish_progress (publish/publish.h) and may be called from any
 * thread; what it counts are outputs.
 */
struct progress {
    double start;      /* stages_clock() when the build began */
    atomic_long shown; /* when the line was last written, in tenths of a second; 0: never */
};
void tell_progress(void *progress, size_t done, size_t all);

/* Erases the line, if there is one. */
void tell_progress_ended(struct progress *progress);

#endif
