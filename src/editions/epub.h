#ifndef EDITIONS_EPUB_H
#define EDITIONS_EPUB_H

#include "plan/plan.h"

struct edition_maker;

/*
 * The collection as an e-book: EPUB 3.3 (https://www.w3.org/TR/epub-33/), which is a zip file with
 * the chapters of pages/book.h, the pictures that they show, and a list of all that
 * (editions/epub_package.h). It needs nothing of the network, and has no scripts.
 *
 * The chapters are what the theme's epub.mustache makes of them. They must be well-formed XML.
 */
void epub_add(struct plan *plan);
bool epub_put(struct buf *out, struct edition_maker *maker, size_t part);

#endif
