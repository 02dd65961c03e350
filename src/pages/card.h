#ifndef PAGES_CARD_H
#define PAGES_CARD_H

#include "pages/view.h"

/*
 * The card of an entry: what a list shows of it, and what it is found by.
 */

/*
 * Makes the cards in the site's own language, which lists show again and again, and keeps them with
 * the view. Others, and all where this is not called, are made for the page that shows them: few
 * pages are in another language, and show few.
 */
void cards_keep(struct view *view, struct arena *arena);

/* Returns the card of an entry, kept or made in the arena. */
const struct value *tongue_card(struct arena *arena, const struct tongue *tongue,
                                const struct entry *entry);

/* Fragments of pages/shapes.h: the card of an entry, a group of cards. */
extern const char card_shape[], group_shape[];

/* Returns a list of the cards of these entries. */
struct value *cards_value(struct arena *arena, const struct tongue *tongue,
                          const struct entry *const *entries, size_t count);

/* Returns a map with the id, name and path of a folder's term, for the caller to put entries in. */
struct value *group_value(struct arena *arena, const struct tongue *tongue,
                          const struct term *folder);

/*
 * Returns a list of groups, each with the cards of consecutive entries that are in one folder, of
 * those entries of a list that stand on a page. The count of a group is of all its entries, also on
 * other pages.
 */
struct value *groups_value(struct arena *arena, const struct collection *collection,
                           const struct tongue *tongue, const struct entry *const *entries,
                           size_t count, struct plan_part here);

/* Returns where the entries of a folder begin in a list that is in the collection's order. */
size_t group_start(const struct entry *const *entries, size_t count, const struct term *folder);

#endif
