#ifndef SEARCH_PARTS_H
#define SEARCH_PARTS_H

#include "base/buf.h"
#include "search/words.h"

/*
 * What the files of the index say, piece by piece, as JSON that may also stand
 * in a script (search.h describes it).
 */
void search_put_string(struct buf *out, struct str text);

/* The beginning of start.js, the same for both kinds of index: count, entries_each, letters. */
void search_put_head(struct buf *out, const struct collection *collection, size_t entries_each);

/* The list of the entries [from, to). */
void search_put_entries(struct buf *out, const struct collection *collection, size_t from,
                        size_t to);
void search_put_names(struct buf *out, const struct collection *collection);
void search_put_facets(struct buf *out, const struct collection *collection);

/* The sets of a word, one for each field. */
void search_put_list(struct buf *out, const struct search_word *word);

#endif
