#ifndef SEARCH_SUFFIXES_H
#define SEARCH_SUFFIXES_H

#include "search/words.h"

struct arena;

/*
 * The suffixes of all words, sorted: those that begin with a part are neighbours, so a
 * search finds the words which contain it (search/split.h). A suffix has at least three
 * letters, or is a whole word.
 *
 * A word is written out for each of its suffixes, so it costs about the square of its
 * length. A document (documents.h) can therefore add SUFFIXES_FACTOR times the words that it has,
 * and SUFFIXES_LEAST bytes besides; ordinary Norwegian takes eight to twelve times. When that is
 * used up, the document's longest words are left with one suffix, the word itself, and are found by
 * how they begin. A word counts for the first document that has it, so no document can take the
 * suffixes from another's words.
 */
enum { SUFFIXES_FACTOR = 16, SUFFIXES_LEAST = 1024 };

/* With the first bytes of a suffix beside it: they decide most comparisons. */
struct suffix {
    uint64_t first_bytes; /* as a number, the first byte highest; 0 after the end */
    uint32_t word;        /* its number */
    uint32_t at;          /* where in the word it begins */
};

struct suffixes {
    struct suffix *items;
    size_t len;
};

/*
 * Makes them in `arena`. `lists` has what is written beside each word, by the word's
 * number; `documents` is their number.
 */
void suffixes_make(struct suffixes *suffixes, struct arena *arena, const struct search_words *words,
                   const struct str *lists, size_t documents, size_t threads);

/* Returns the text of a suffix, a part of its word. */
struct str suffix_text(const struct search_words *words, const struct suffix *suffix);

/* Returns about how many bytes a word and its list take where they are written. */
size_t suffixes_growth(const struct search_words *words, const struct str *lists, uint32_t word);

#endif
