#ifndef SEARCH_WORDS_H
#define SEARCH_WORDS_H

#include "collection/collection.h"

/*
 * Which words stand in which entries, and in which of their fields.
 *
 * A word is what norwegian_word() finds in folded text, or the beginning of it
 * when it is longer than any word is. One letter alone is no word, unless it is
 * a digit or an abbreviation.
 */
enum { SEARCH_WORD_MAX = 64 }; /* code points; a split index grows with the square of it */

enum search_field {
    SEARCH_TITLE,
    SEARCH_NAMES, /* of the entry's terms, by all their names; and the fields marked x-search */
    SEARCH_SUMMARY,
    SEARCH_TEXT, /* of the body */
    SEARCH_FIELDS,
    SEARCH_FIELDS_MASK = (1 << SEARCH_FIELDS) - 1
};

/* An entry's number, and below it a bit for each field: entry << SEARCH_FIELDS | 1 << field … */
typedef uint32_t search_use;
enum { SEARCH_NUMBER_MAX = UINT32_MAX >> SEARCH_FIELDS }; /* of an entry, or of a word */

struct search_word {
    struct str text; /* folded; several words with spaces for a phrase of the synonyms */
    struct {
        search_use *items;
        size_t len;
    } uses; /* by entry; none of a synonym that is not in use */
};

struct search_words {
    struct search_word **items;
    size_t len;
}; /* by their bytes */

/*
 * Gathers the words of all entries, and those of the synonyms, in time and
 * memory linear in the text. The entries are read by several threads; the
 * result does not depend on how many. It lives in the arena.
 */
void search_words_gather(struct search_words *words, struct arena *arena,
                         const struct collection *collection, size_t threads);

#endif
