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

/*
 * Returns what a facet is called over so many terms of an entry: the noun for them where the
 * facet's title has it, too; else the title, since that says more: «Passer for», not «Gruppe».
 */
struct str facts_heading(struct arena *arena, const struct facet *facet, struct str language,
                         size_t count);

/* Fragments of pages/shapes.h: a detail, a list of links, a note, and somebody to ask. */
extern const char detail_shape[], link_list_shape[], note_shape[], asked_shape[];

#endif
