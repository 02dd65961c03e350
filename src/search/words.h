#ifndef SEARCH_WORDS_H
#define SEARCH_WORDS_H

#include "search/documents.h"

/*
 * Which words stand in which documents (documents.h), and in which of their fields.
 *
 * A word is what norwegian_word() finds in folded text, cut off after SEARCH_WORD_MAX
 * code points. One letter alone is no word, unless it is a digit or the abbreviation
 * of a term.
 *
 * To add a field of the index
 * ---------------------------
 *
 * A name in enum search_field, where words.c reads it, and its weight in
 * theme/assets/search.js.
 */
enum { SEARCH_WORD_MAX = 64 }; /* what one word can add to a split index is the square of this */

enum search_field {
    SEARCH_TITLE,
    SEARCH_NAMES, /* of an entry: all names of its terms, and the fields marked x-search;
                     of a term: what it is called besides its title, as in SEARCH_TITLE; of a
                     text page: its headings, and its address */
    SEARCH_SUMMARY,
    SEARCH_TEXT, /* the body, without the headings that all have (sections.h) */
    SEARCH_FIELDS,
    SEARCH_FIELDS_MASK = (1 << SEARCH_FIELDS) - 1
};

/* A document's number, and below it the fields as bits: document << SEARCH_FIELDS | 1 << field … */
typedef uint32_t search_use;
enum { SEARCH_NUMBER_MAX = UINT32_MAX >> SEARCH_FIELDS }; /* of a document, or of a word */

struct search_word {
    struct str text; /* folded; a phrase of the synonyms has spaces */
    struct {
        search_use *items;
        size_t len;
    } uses; /* by document; empty for a synonym that stands in none */
};

struct search_words {
    struct search_word **items;
    size_t len;
}; /* by their bytes */

/*
 * Gathers the words of all documents and of the synonyms, in time and memory linear in
 * the text. Several threads read the documents; the result does not depend on their
 * number. It lives in `arena`.
 */
void search_words_gather(struct search_words *words, struct arena *arena,
                         const struct search_documents *documents, size_t threads);

#endif
