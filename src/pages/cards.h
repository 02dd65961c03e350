#ifndef PAGES_CARDS_H
#define PAGES_CARDS_H

#include "pages/page_maker.h"

/*
 * The cards of all entries for the search, when the list of them goes over several pages
 * (plan/paged.h). The page with the search has those of its first page only; what it finds besides
 * it loads from here. A page opened from a folder may not fetch, so these are scripts that assign:
 *
 *     sok/c3.js   (self.samling_cards ||= {})["3-0a1b2c3"]="<section …>…";
 *
 * Each has CARDS_IN_FILE cards, made by the template `cards` as the list itself has them, in the
 * order of the entries' numbers. Behind the number stands the hash of the search index: what
 * belongs to another edition, where an entry may have another number, is not found.
 */
enum { CARDS_IN_FILE = 6 };

void cards_add(struct plan *plan);
extern const char cards_shape[];
void cards_make(struct page_maker *maker);
void cards_wrap(struct buf *out, const struct output *output, const struct plan *plan,
                struct str made);

#endif
