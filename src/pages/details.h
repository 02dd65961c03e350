#ifndef PAGES_DETAILS_H
#define PAGES_DETAILS_H

#include "base/value.h"
#include "schema/schema.h"

/*
 * How the value of a field that is no facet reads on a page: what it says, and where it
 * leads. Numbers have the unit in x-unit, values of enum the name in x-labels, dates are
 * in words. A map says its parts in the schema's order, with commas, each after the word in
 * its x-before; the part with x-figure is the figure that the rest explains.
 *
 * The document has been settled by the schema.
 */

/* Who tells: where the values are made, and in which language. `texts` has the theme's words. */
struct teller {
    struct arena *arena;
    struct str language;
    const struct value *texts;
};

/* Returns a list with what each value of a field says: one, or all items of its list. */
struct value *details_values(const struct teller *teller, const struct schema *schema,
                             const struct value *value);

/* Returns yes or no as the language has it, for truths that the schema gives no names. */
struct str details_truth(struct str language, bool truth);

/* Returns a link, an item of a list among SHOWN_LINKS; `schema` is that of the item. */
struct value *details_link(const struct teller *teller, const struct schema *schema,
                           const struct value *value);

/* Fragments of pages/shapes.h. */
extern const char detail_value_shape[], detail_link_shape[];

#endif
