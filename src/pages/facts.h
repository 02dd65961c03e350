#ifndef PAGES_FACTS_H
#define PAGES_FACTS_H

#include "pages/page_maker.h"

/*
 * What an entry says of itself beside its text, as x-show in the schema names it: at the `top`,
 * and the `key_figures` under the lead; in the fact box the facets it has values in (`facts`) and
 * the other fields (`details`), where what stands at the top is marked `above`; its lists of
 * links (`link_lists`), which stand under the text; and what stands by itself: `notes`, and
 * whom to `ask`.
 *
 * A note is the entry's `own`, or says the same of every entry that has it.
 *
 * pages/details.h says how a detail reads.
 */
void facts_put(const struct page_maker *maker, struct value *map, const struct entry *entry);

/* Fragments of pages/shapes.h: what stands at the top, a facet and another field in the fact box, a
 * list of links, a note, and somebody to ask. */
extern const char top_shape[], fact_shape[], detail_shape[], link_list_shape[], note_shape[],
    asked_shape[];

#endif
