#ifndef SEARCH_PARTS_H
#define SEARCH_PARTS_H

#include "base/buf.h"
#include "search/documents.h"
#include "search/words.h"

/*
 * Append the pieces that the files of the index are made of, as JSON that may also
 * stand in a <script> element. search.h describes the files.
 */
void search_put_string(struct buf *out, struct str text);

/*
 * Appends the beginning of the start file, which both kinds of index have: count, places,
 * letters, stop_words, endings, doubling.
 */
void search_put_head(struct buf *out, const struct search_documents *documents);

/* Appends the facets with the set of each term. */
void search_put_facets(struct buf *out, const struct collection *collection);

/* Appends the sets of documents that have a word, one for each field, as search.h has them. */
void search_put_list(struct buf *out, const struct search_word *word);

#endif
