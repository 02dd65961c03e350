#ifndef PAGES_PRINTED_H
#define PAGES_PRINTED_H

#include "pages/page_maker.h"

/*
 * Entries as they stand on a page to print: whole, below the headings of their folders. Links
 * between them stay on the page, those to others lead to the page of the other.
 */

/* A fragment of pages/shapes.h: a group. */
extern const char printed_shape[];

/* Puts `groups`, of the entries whose texts the output has. */
void printed_put(struct page_maker *maker);

#endif
