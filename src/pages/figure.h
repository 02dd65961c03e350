#ifndef PAGES_FIGURE_H
#define PAGES_FIGURE_H

#include "pages/details.h"

/*
 * Figures that are set large: those of the fields with the mark x-figure that begin with a number
 * and are no periods, such as «53 mill. kroner» and what it counts. The card of an entry has the
 * first of them.
 */

/*
 * Returns the figure of a value, one of details_values(), or NULL if it has none that can be set
 * large. `otherwise` is what it counts when the value has no words for that.
 */
struct value *figure_of(struct arena *arena, const struct value *value, struct str otherwise);

/* Puts `figure` on a card, if the fields of the entry have one; `schema` is that of the entry. */
void figure_put(const struct teller *teller, struct value *card, const struct schema *schema,
                const struct value *fields);

/* Fragment of pages/shapes.h. */
extern const char figure_shape[];

#endif
