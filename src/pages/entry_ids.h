#ifndef PAGES_ENTRY_IDS_H
#define PAGES_ENTRY_IDS_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * The ids and titles of all entries, for the form: to refer to one, to find one that is to be
 * changed, and to see that a new one differs from them. The page of the form has them itself as
 * long as the list of all is on one page; of more, the form loads these scripts when they are
 * needed:
 *
 *     bidra/0.ids.js   (self.samling_ids ||= [])[0]=[["oat-cakes","Oat cakes"],…];
 */

/* Returns how many scripts there are: none, when the page has the ids or there is no form. */
size_t entry_ids_files(const struct collection *collection);

/* The functions of its row in site/families.c. */
void entry_ids_add(struct plan *plan);
void entry_ids_put(struct buf *out, const struct output *output, const struct plan *plan,
                   struct arena *scratch);

#endif
