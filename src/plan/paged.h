#ifndef PLAN_PAGED_H
#define PLAN_PAGED_H

#include "plan/plan.h"

/*
 * Lists over several pages. A list of more items than `page_size` in the settings goes on at
 * addresses below that of its first page, which is the same as of a list on one page:
 *
 *     tema/styring.html     tema/styring/2.html     tema/styring/3.html
 *
 * Pages from the second on come and go with the number of items. So their addresses do not last
 * (plan_lasts), and neither a menu nor a redirect can lead to one: what a reader keeps is the first
 * page, or that of an item.
 *
 * To page a list: paged_add() in the `add` of its family; in its `make` the items of this page,
 * page_window() of pages/page_maker.h; and {{>paging}} at its end in the template.
 */
struct paging {
    struct str first; /* the path of the first page */
    struct str stem;  /* what the paths of the others begin with */
    size_t number;    /* of this page, from 0 on */
    size_t count;     /* of pages, at least 2 */
};

/* Returns on how many pages so many items stand, at least 1. */
size_t paged_count(const struct collection *collection, size_t items);

/* Returns the path of a page, by its number from 0 on. */
struct str paged_path(struct arena *arena, const struct paging *paging, size_t number);

/* Returns the path of the page on which an item stands, of a list that begins at `first`. */
struct str paged_path_of_item(struct arena *arena, const struct collection *collection,
                              struct str first, size_t item);

/*
 * Adds the pages of a list with plan_add(): one, which is `first` itself, or several. Those after
 * the first are the page of no document.
 */
void paged_add(struct plan *plan, struct output first, size_t items);

/*
 * Returns what a page of `count` says of that, when the list begins at `first`; NULL if it is on
 * one page. For a family that adds the pages itself.
 */
const struct paging *paged_page(struct arena *arena, struct str first, size_t number, size_t count);

/*
 * paged_add() for the list of a facet's terms. Where a term is a number, whose page has the address
 * that a page of the list would have, that goes on beside it: `ar.2.html`, as no term is called.
 */
void paged_add_terms(struct plan *plan, struct output first, const struct facet *facet);

#endif
