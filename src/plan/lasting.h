#ifndef PLAN_LASTING_H
#define PLAN_LASTING_H

#include "plan/plan.h"

/*
 * Addresses that stay. The collection may keep a list of the paths that have
 * been published (collection/published.h). Each of them must be an output still,
 * or a redirect to one; if not, a finding says which line to write in which file.
 *
 * Which families belong on the list, their rows say (`lasting` in plan/family.h).
 * The file that a finding names is the `document` of an output: `aliases` can be
 * written in it.
 */

/* Adds the paths of a list to an index of them: of each, the first line. */
void lasting_index(struct map *listed, const struct published *published);

/*
 * Adds a finding for each path on the list that the plan lacks. Called last by
 * plan_make(). If there are errors already, other pages than entries may be missing
 * because of them, so then only the entries' paths are looked at.
 */
void lasting_check(const struct plan *plan, struct diags *diags);

/*
 * A list can be shortened, too. If the plan is asked what a change takes away (`before` in
 * plan_inputs), each path that was published before it must be on the list or an output, and
 * each that was on the list must be on it still. A finding about what is not on the list
 * stands where it would be. To take an address away for good is left to those who accept the
 * change although it has errors.
 */

/*
 * Return how many outputs with a lasting address are not on a list yet, and the text of
 * that list with those added (collection/published.h). It is the collection's own, or the
 * same as it is on the disk by now.
 */
size_t lasting_count_new(const struct plan *plan, const struct published *published);
struct str lasting_list(struct arena *arena, const struct plan *plan,
                        const struct published *published);

#endif
