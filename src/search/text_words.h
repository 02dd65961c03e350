#ifndef SEARCH_TEXT_WORDS_H
#define SEARCH_TEXT_WORDS_H

#include "collection/synonyms.h"
#include "search/lexicon.h"

/*
 * The words of one text, and the phrases of the synonyms that stand in it.
 *
 *     struct lexicon phrases;
 *     text_words_list_phrases(&phrases, &arena, &collection->synonyms);
 *     …
 *     struct text_words words = {0};
 *     text_words_find(&words, &arena, &phrases, folded, false);
 *
 * A word is what norwegian_word() finds in folded text, cut off after SEARCH_WORD_MAX
 * code points. One letter alone is no word, unless it is a digit or the abbreviation
 * of a term.
 */
enum { SEARCH_WORD_MAX = 64 }; /* what one word can add to a split index is the square of this */

struct text_words {
    struct str *items; /* parts of the text, and the texts of the phrases */
    size_t len, cap;
};

/* Makes a lexicon, in `arena`, of the synonyms of more than one word. */
void text_words_list_phrases(struct lexicon *phrases, struct arena *arena,
                             const struct synonyms *synonyms);

/*
 * Appends the words and phrases of a folded text, in their order there; with `letters` also
 * single letters. The list grows in `arena`.
 */
void text_words_find(struct text_words *words, struct arena *arena, const struct lexicon *phrases,
                     struct str folded, bool letters);

#endif
