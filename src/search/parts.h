#ifndef SEARCH_PARTS_H
#define SEARCH_PARTS_H

#include "base/buf.h"
#include "search/documents.h"
#include "search/words.h"

/* The most code points of a title or a summary that stand in the index; all of them are searched.
 */
enum { SEARCH_SHOWN_MAX = 400 };

/*
 * Append the pieces that the files of the index are made of, as JSON that may also
 * stand in a <script> element. search.h describes the files.
 */
void search_put_string(struct buf *out, struct str text);

/*
 * Appends the beginning of the start file, which both kinds of index have: count, places,
 * entries_each, letters, stop_words, endings.
 */
void search_put_head(struct buf *out, const struct search_documents *documents,
                     size_t entries_each);

/* Appends the list of the entries and places from number `from` up to `to`. */
void search_put_entries(struct buf *out, const struct search_documents *documents, size_t from,
                        size_t to);

/*
 * Append the names of folders, kinds of places and main terms, and the facets with the set of
 * each term.
 */
void search_put_names(struct buf *out, const struct collection *collection);
void search_put_facets(struct buf *out, const struct collection *collection);

/* Appends the sets of documents that have a word, one for each field, as search.h has them. */
void search_put_list(struct buf *out, const struct search_word *word);

#endif
