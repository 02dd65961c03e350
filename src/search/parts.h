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

/* Appends the fields of the facets that have pages. */
void search_put_facets(struct buf *out, const struct collection *collection);

/* A place among the terms of those facets, facet by facet; from {0} on. */
struct search_terms {
    size_t facet, term;
};

/*
 * Appends a list of rows, each a term with its set, from `at` on until there are `enough` bytes in
 * `out`. Moves `at` on, and returns whether there are terms left.
 */
bool search_put_terms(struct buf *out, const struct collection *collection, struct search_terms *at,
                      size_t enough);

/* Appends the sets of documents that have a word, one for each field, as search.h has them. */
void search_put_list(struct buf *out, const struct search_word *word);

#endif
