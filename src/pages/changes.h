#ifndef PAGES_CHANGES_H
#define PAGES_CHANGES_H

#include "collection/edition.h"
#include "pages/view.h"

/*
 * Returns what has changed in an entry since the edition before, as sentences for readers in the
 * words of a tongue; the absent str if nothing has that they see. Where the entry's history has
 * new lines, these are the sentences, for its writer knows best what the change is about.
 *
 * Otherwise it tells of the title, of dates and of terms what they were and what they are, of other
 * fields that they are changed, and of the text under which headings.
 */
struct str changes_told(struct arena *arena, const struct collection *collection,
                        const struct tongue *tongue, const struct entry *entry,
                        const struct edition_entry *before, const struct edition_entry *now);

#endif
