#ifndef PLAN_IDENTITY_H
#define PLAN_IDENTITY_H

#include "plan/plan.h"

/*
 * What stays of an entry when its page moves: for feeds, data and citations, by which others
 * remember it.
 */

/*
 * Returns the id of an entry: the first address that it has had, as the list of published paths
 * (collection/published.h) tells, without .html: its own, if that was on the list no later than any
 * of its aliases, else the alias that was there first. So it keeps its id when it moves, and when
 * it takes over from another. It is the same on all builds of a site, whatever address the site
 * has.
 */
struct str plan_id_of(const struct plan *plan, const struct entry *entry);

/*
 * Returns the full address of an entry by that id, which leads on to its page if it has moved; the
 * absent str if the site has no known address.
 */
struct str plan_id_address(struct arena *arena, const struct plan *plan, const struct entry *entry);

/*
 * Returns the date on which an entry came to the site: that of its id on the list of published
 * paths. If that has none, since it is older than such dates or the collection keeps no list, it is
 * (until the list is written, which pins it) what the entry says it was `updated`, or else the
 * edition's date, which may be a month or a year; the absent str if nobody says. An entry that is
 * not on the list yet has the day that is being written there (`accepted` in plan_inputs), or none.
 */
struct str plan_first_date(const struct plan *plan, const struct entry *entry);

/* Returns the date of the edition, from the settings; or the absent str. */
struct str plan_edition_date(const struct plan *plan);

#endif
