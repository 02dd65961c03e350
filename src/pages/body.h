#ifndef PAGES_BODY_H
#define PAGES_BODY_H

#include "base/value.h"
#include "plan/plan.h"

/* Returns a Markdown body on its own page, from which `root` leads to the site's root. */
struct value *body_value(struct arena *arena, const struct plan *plan, struct str root,
                         const struct document *document);

/*
 * Returns the body of an entry on the page that has them all: its headings two
 * levels deeper, their ids after body_anchor(), and links to entries within the
 * page.
 */
struct value *body_in_print(struct arena *arena, const struct plan *plan,
                            const struct entry *entry);
struct str body_anchor(struct arena *arena, const struct document *document);

#endif
