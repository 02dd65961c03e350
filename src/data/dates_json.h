#ifndef DATA_DATES_JSON_H
#define DATA_DATES_JSON_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * data/dates.json: the days ahead on which somebody must do something, for whoever plans when the
 * site is next looked through and built.
 *
 *     {
 *       "format": 1,
 *       "dates": [
 *         {"date": "2024-10", "kind": "review", "path": "…/oat-cakes.html", "title": "Oat cakes"},
 *         {"date": "2025-01-01", "kind": "expires", "path": ".well-known/security.txt"}
 *       ]
 *     }
 *
 * `kind` is the field that says it: `review` of an entry, `expires` in `security` of the settings.
 * A date may be a month or a year, as it is written. By date, then by path. `format` is another
 * number when a member means something else; that there are more members, or kinds, changes
 * nothing.
 *
 * To add a kind: a line in collect_dues().
 */

/* The functions of its row in site/families.c. */
void dates_json_add(struct plan *plan);
void dates_json_put(struct buf *out, const struct output *output, const struct plan *plan,
                    struct arena *scratch);

#endif
