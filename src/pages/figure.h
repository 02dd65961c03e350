#ifndef PAGES_FIGURE_H
#define PAGES_FIGURE_H

#include "pages/details.h"

/*
 * The figure that stands out on the card of an entry: the first among the fields with the mark
 * x-figure that begins with a number and is no period, such as «53 mill. kroner» and what it
 * counts.
 */

/* Puts `figure` on a card, if the fields of the entry have one; `schema` is that of the entry. */
void figure_put(const struct teller *teller, struct value *card, const struct schema *schema,
                const struct value *fields);

/* Fragment of pages/shapes.h. */
extern const char figure_shape[];

#endif
