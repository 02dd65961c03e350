#ifndef SEARCH_WORDS_H
#define SEARCH_WORDS_H

#include "search/documents.h"
#include "search/uses.h"
#include "search/written.h"

/*
 * Which words stand in which documents (documents.h), and in which of their fields (uses.h).
 *
 * What a word is, text_words.h says; word_reader.h reads the words of the documents. Here
 * what several readers have seen becomes one list.
 */
struct search_word {
    struct str text;        /* folded; a phrase of the synonyms has spaces */
    struct written written; /* without a text if most documents have it as it is folded */
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
