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
 *
 *     struct known_words *known = known_words_open();
 *     struct word_gathering *read = search_words_read(&arena, known, &documents, threads);
 *     …                                  // the texts of the documents may go
 *     search_words_gather(&words, &arena, &uses, read);
 *     …                                  // and again, when documents have changed
 *     known_words_close(known);
 *
 * What is known of an entry or a text page is kept until its file changes, so that an index that is
 * made again takes the time of what has changed, and of putting it together. All is read anew when
 * the schema or the synonyms have changed, and when words that nobody has any more take up too
 * much.
 */
struct search_word {
    struct str text;        /* folded; a phrase of the synonyms has spaces */
    struct written written; /* without a text if most documents have it as it is folded */
    size_t place;           /* among all that are known, while they are gathered */
    struct {
        search_use *items;
        size_t len;
    } uses; /* by document; empty for a synonym, or a word of before, that stands in none */
};

struct search_words {
    struct search_word **items;
    size_t len;
}; /* by their bytes */

struct known_words;

struct known_words *known_words_open(void);
void known_words_close(struct known_words *known); /* NULL is nothing */

/* Lets go of what is known of documents, where none will be gathered again but as if new. */
void known_words_settle(struct known_words *known);

struct word_gathering;

/*
 * Reads the words of all documents, in time and memory linear in the text. Several threads read the
 * documents; the result does not depend on their number. It lives in `arena` and in `known`, until
 * that is read into again.
 */
struct word_gathering *search_words_read(struct arena *arena, struct known_words *known,
                                         const struct search_documents *documents, size_t threads);

/*
 * Gathers what has been read, and the synonyms, once. The words live in `arena` and in what has
 * been read; their uses in an arena that may be the same or go earlier.
 */
void search_words_gather(struct search_words *words, struct arena *arena, struct arena *uses,
                         struct word_gathering *read);

#endif
