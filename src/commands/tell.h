#ifndef COMMANDS_TELL_H
#define COMMANDS_TELL_H

#include "base/arena.h"
#include "base/diag.h"
#include "collection/collection.h"

/*
 * What the commands say on the terminal of what came of a session, in the same
 * words.
 */

/* Whether to use colours on standard error: a terminal, and no NO_COLOR (no-color.org). */
bool tell_in_colour(void);

/* Prints the findings of at least this severity to standard error. */
void tell_findings(const struct diags *diags, enum severity least, enum diag_language language);

/* «13 tiltak, 16 departementer, 11 temaer»; empty when not even the schema could be read. */
struct str tell_summary(struct arena *arena, const struct collection *collection);

/* «0 feil, 1 advarsel», “0 errors, 1 warning”; `least` decides whether advice is counted. */
struct str tell_counts(struct arena *arena, const struct diags *diags, enum severity least,
                       enum diag_language language);

#endif
