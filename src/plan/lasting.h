#ifndef PLAN_LASTING_H
#define PLAN_LASTING_H

#include "plan/plan.h"

/*
 * Addresses that stay. The collection may keep a list of the paths that have
 * been published (collection/published.h); a path on it that is neither an output
 * nor leads on to one is an error that tells which line to write where.
 *
 * Which families are on the list is a column of their table (plan/family.h); the file where
 * `aliases` can be written is the `document` of an output.
 */

/*
 * For plan_make(), last: with a collection that could not be read as a whole
 * only what is lost for certain is told.
 */
void lasting_check(const struct plan *plan, struct diags *diags);

/* How many outputs with an address that lasts are not on the list yet. */
size_t lasting_count_new(const struct plan *plan);

/* The text of the list with all of them: nothing that is on it is ever left out. */
struct str lasting_list(struct arena *arena, const struct plan *plan);

#endif
