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

/* The sets of entries of the terms of those facets, facet by facet, written (code.h). */
struct search_sets {
    struct search_set {
        const struct facet *facet;
        const struct term *term;
        struct str text; /* the set, or, in a split index, where it stands (split.h) */
        bool elsewhere;  /* it is the latter */
    } * items;
    size_t len, cap;
};

/* Writes them in `arena`, each as it is. */
void search_sets_make(struct search_sets *sets, struct arena *arena,
                      const struct collection *collection);

/*
 * Appends a list of rows, each a term with its set, from one on until there are `enough` bytes in
 * `out`. Returns the number of the first that is left, `sets->len` if none is.
 */
size_t search_put_terms(struct buf *out, const struct search_sets *sets, struct str language,
                        size_t from, size_t enough);

/* Appends the sets of documents that have a word, one for each field, as search.h has them. */
void search_put_list(struct buf *out, const struct search_word *word);

#endif
