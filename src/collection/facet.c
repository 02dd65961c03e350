#include "collection/facet.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/norwegian.h"
#include "base/vec.h"
#include "collection/label.h"

size_t facet_number(const struct facet_list *facets, const struct facet *facet)
{
    return (size_t)(facet - facets->items);
}

const struct facet *facet_of_vocabulary(const struct facet_list *facets, struct str vocabulary)
{
    for (size_t f = 0; vocabulary.len && f < facets->len; f++)
        if (str_eq(facets->items[f].vocabulary, vocabulary))
            return &facets->items[f];
    return NULL;
}

struct term *facet_term(const struct facet *facet, struct str id)
{
    return map_get(&facet->by_id, id);
}

struct term *facet_add(struct arena *arena, struct facet *facet, struct str id)
{
    struct term *term = arena_new(arena, struct term);
    *term = (struct term){.facet = facet, .id = id, .order = INT64_MAX};
    vec_push(arena, &facet->terms, term);
    map_add(&facet->by_id, id, term);
    return term;
}

static int by_number(const struct term *a, const struct term *b)
{
    return a->id.len != b->id.len ? (a->id.len > b->id.len) - (a->id.len < b->id.len)
                                  : str_cmp(a->id, b->id);
}

static int compare(const void *left, const void *right)
{
    const struct term *a = *(struct term *const *)left, *b = *(struct term *const *)right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->facet->order == FACET_BY_NUMBER)
        return by_number(a, b);
    int order = str_cmp(a->key, b->key);
    return order ? order : str_cmp(a->id, b->id);
}

void facet_sort(struct arena *arena, struct facet *facet, struct str language)
{
    for (size_t i = 0; i < facet->terms.len; i++) {
        struct term *term = facet->terms.items[i];
        term->facet = facet; /* the list of facets may have grown, and moved, since */
        term->key = norwegian_key(arena, label_text(term->names, language), NORWEGIAN_NAMES);
    }
    if (facet->terms.len)
        qsort(facet->terms.items, facet->terms.len, sizeof(struct term *), compare);
    for (size_t i = 0; i < facet->terms.len; i++)
        facet->terms.items[i]->number = i;
}
