#ifndef SEARCH_SYNONYMS_H
#define SEARCH_SYNONYMS_H

#include "search/words.h"

/*
 * Lets each word of the synonyms be found where another word of its group
 * stands, so that the browser need not know of synonyms.
 *
 * A word of SYNONYM_INFIX_MIN letters or more also stands where it is part of
 * a longer one; a shorter one, and a phrase, only where it stands by itself. It
 * does not stand where a longer word of another group does: of [ledelse, leiing]
 * and [veiledning, rettleiing] the first has nothing in «rettleiinga». The word is
 * then put among the entry's names if the other was found there or in
 * the title, else into its text. Nothing is put under a phrase, since
 * queries are looked up word by word. Words without uses afterwards, and the
 * phrases, leave the list.
 *
 * The time is linear in the words of the index and of the synonyms, by the length
 * of a word, and in the uses that are added.
 */
enum { SYNONYM_INFIX_MIN = 4 };

void search_synonyms_apply(struct search_words *words, struct arena *arena,
                           const struct collection *collection);

#endif
