#ifndef SEARCH_TERM_WORDS_H
#define SEARCH_TERM_WORDS_H

#include "collection/facet.h"
#include "search/text_words.h"

/*
 * The words of all names of each term, read once, however many entries have it: those of
 * its labels, its abbreviation, and what else it is called.
 *
 *     struct term_words terms;
 *     term_words_read(&terms, &arena, &collection->facets, &phrases);
 *     … term_words_of(&terms, facet, term) …
 *
 * Only an abbreviation may be a single letter.
 */
struct term_words {
    struct text_words **names; /* by the facet's number, and the term's in it */
};

/* Reads them into `arena`; the words are parts of the collection's texts. */
void term_words_read(struct term_words *terms, struct arena *arena, const struct facet_list *facets,
                     const struct lexicon *phrases);

/* Returns the words of a term of the facet with this number. Any thread may ask. */
const struct text_words *term_words_of(const struct term_words *terms, size_t facet,
                                       const struct term *term);

#endif
