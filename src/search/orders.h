#ifndef SEARCH_ORDERS_H
#define SEARCH_ORDERS_H

#include "collection/collection.h"

struct arena;
struct buf;

/*
 * The orders that a reader can choose for the entries besides the collection's own, which is
 * by folder:
 *
 *     title    by the alphabet, as lists of entries are elsewhere on the site
 *     newest   by the date in `updated`, the latest first, and last those without one; the
 *              collection lacks this order if no entry has a date
 *
 * Entries that are alike in that keep the collection's order.
 *
 * To add an order: a row in the table of orders.c, and an option in the theme's entries.mustache.
 */
enum { SEARCH_ORDERS_MAX = 2 };

struct search_orders {
    struct search_order {
        struct str name;
        const uint32_t *ranks; /* by the entry's number: its place in that order */
    } items[SEARCH_ORDERS_MAX];
    size_t len; /* of those that the collection has */
    size_t entries;
};

/* Makes the orders that the collection has, in `arena`. */
void search_orders_make(struct search_orders *orders, struct arena *arena,
                        const struct collection *collection);

/* Appends the names of the orders, as a list in JSON. */
void search_orders_put_names(struct buf *out, const struct search_orders *orders);

/*
 * Appends the ranks of an order, from that of an entry on until there are `enough` bytes in `out`,
 * as a list in JSON. Returns the number of the first entry that is left, `entries` if none is.
 */
size_t search_orders_put_ranks(struct buf *out, const struct search_orders *orders, size_t order,
                               size_t from, size_t enough);

#endif
