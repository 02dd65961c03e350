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

/* Returns the first figure in the fields of an entry, or NULL; `schema` is that of the entry. */
struct value *figure_first(const struct teller *teller, const struct schema *schema,
                           const struct value *fields);

/* Fragment of pages/shapes.h. */
extern const char figure_shape[];

#endif
