#ifndef COLLECTION_EDITION_NOW_H
#define COLLECTION_EDITION_NOW_H

#include "collection/collection.h"
#include "collection/edition.h"

/*
 * Returns what an entry says now, as the next edition will remember it; its page lies at `path`.
 * Of the text it is what stands there to be read: to write it anew with other line ends, or to
 * leave a comment, is no change.
 */
struct edition_entry edition_now(struct arena *arena, const struct collection *collection,
                                 const struct entry *entry, struct str path);

#endif
