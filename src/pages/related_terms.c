#include "pages/related_terms.h"

struct term_counts related_terms(struct arena *arena, const struct collection *collection,
                                 const struct term *term)
{
    struct term_counts counts =
        term_counts_of(arena, collection, term, term->facet, RELATED_TERMS_OF);
    struct term_counts related = {.items = counts.items};
    term_counts_sort(&counts);
    for (size_t i = 0; i < counts.len && related.len < RELATED_TERMS_MAX; i++)
        if (counts.items[i].term != term)
            related.items[related.len++] = counts.items[i];
    return related;
}
