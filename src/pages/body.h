#ifndef PAGES_BODY_H
#define PAGES_BODY_H

#include "base/value.h"
#include "plan/plan.h"

struct places;

/*
 * Returns the HTML of a document's body as it stands on the document's own page;
 * `root` leads from that page to the site's root.
 */
struct value *body_value(struct arena *arena, const struct plan *plan, struct str root,
                         const struct document *document);

/*
 * Returns the HTML of an entry's body as it stands on a page with many entries, to print:
 * headings are two levels deeper, their ids begin with the entry's slug and a full stop,
 * and links to other entries there lead to anchors on the page. The id of an entry there is
 * its slug. `there` has the paths of their documents.
 */
struct value *body_in_print(struct arena *arena, const struct plan *plan, struct str root,
                            const struct map *there, const struct entry *entry);

/*
 * Returns the HTML of a document's body as it stands in another form of the site (pages/places.h),
 * as a page of its own; pictures have the paths that they have on the site. A link to what has no
 * address is its text alone.
 */
struct value *body_elsewhere(struct arena *arena, const struct plan *plan,
                             const struct places *places, const struct document *document);

#endif
