#ifndef EDITIONS_EPUB_H
#define EDITIONS_EPUB_H

#include "plan/plan.h"

/*
 * The collection as an e-book: EPUB 3.3 (https://www.w3.org/TR/epub-33/), which is a zip file with
 * the chapters of pages/book.h, the pictures that they show, and a list of all that
 * (editions/epub_package.h). It needs nothing of the network, and has no scripts.
 *
 * The chapters are what the theme's epub.mustache makes of them. They must be well-formed XML.
 */
void epub_add(struct plan *plan);
extern const struct edition_kind epub_edition;

#endif
