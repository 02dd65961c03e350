#ifndef COLLECTION_DATES_H
#define COLLECTION_DATES_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Compares dates with the day `today`. Of entries: what was due before it, and what is said to
 * have happened after it. Of the settings: until when security.txt holds, which is told
 * SECURITY_DAYS ahead, so that there is time to write it anew. A schema may have other dates, and
 * those may be as they like.
 *
 * To add a field: its name in collection/fields.h, its rule in writing/rules.c, its row in dates.c.
 */
enum { SECURITY_DAYS = 30 };

void dates_check(const struct collection *collection, struct date today, struct diags *diags);

/* Whether a rule is one of these, so that nothing is known of it without a day. */
bool dates_has_rule(const struct rule *rule);

#endif
