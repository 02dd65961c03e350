#ifndef SEARCH_SYNONYMS_H
#define SEARCH_SYNONYMS_H

#include "search/words.h"

/*
 * Adds to the uses of each word of the synonyms those of the others in its group, so
 * that a reader finds it where they stand and the browser need not know of synonyms.
 *
 * Where a member of a group stands
 * --------------------------------
 *
 * A phrase, and a word of fewer than SYNONYM_INFIX_MIN letters, stands only where it
 * stands by itself. A longer word also stands within other words: «leiing» in
 * «leiinga». But it does not where a longer member of another group covers the same
 * letters: with the groups [ledelse, leiing] and [veiledning, rettleiing], there is no
 * «leiing» in «rettleiinga».
 *
 * What is added
 * -------------
 *
 * For a document in which another member of its group stands, a word gets a use in the
 * field SEARCH_NAMES, if the other stands in the names or the title, else in
 * SEARCH_TEXT. A phrase gets none, since queries are looked up word by word.
 * Afterwards the phrases, and words without uses, are dropped from the list.
 *
 * Takes time linear in the words of the index and of the synonyms, times the length of
 * a word, and in the uses that are added.
 */
enum { SYNONYM_INFIX_MIN = 4 };

/* `documents` is the number of documents of the index (documents.h). */
void search_synonyms_apply(struct search_words *words, struct arena *arena,
                           const struct synonyms *synonyms, size_t documents);

#endif
