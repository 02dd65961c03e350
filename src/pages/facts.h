#ifndef PAGES_FACTS_H
#define PAGES_FACTS_H

#include "pages/page_maker.h"

/*
 * What an entry says of itself beside its text, as x-show.facts in the schema names it:
 * the facets it has values in (`facts`), the other fields (`details`), and its lists of
 * links (`link_lists`), which stand under the text; and what stands by itself: `notes`, and
 * whom to `ask`.
 *
 * pages/details.h says how a detail reads.
 */
void facts_put(const struct page_maker *maker, struct value *map, const struct entry *entry);

/* Fragments of pages/shapes.h: a detail, a list of links, a note, and somebody to ask. */
extern const char detail_shape[], link_list_shape[], note_shape[], asked_shape[];

#endif
