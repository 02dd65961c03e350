#include "pages/picked.h"

#include <stdlib.h>

#include "base/vec.h"

static int by_entries(const void *left, const void *right)
{
    const struct term *a = *(const struct term *const *)left;
    const struct term *b = *(const struct term *const *)right;
    if (a->entries.len != b->entries.len)
        return a->entries.len > b->entries.len ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* Returns the facet with room for all its terms, none of which is picked. */
static struct picked none_of(struct arena *arena, const struct facet *facet)
{
    return (struct picked){
        .facet = facet,
        .terms = arena_items(arena, const struct term *, facet->terms.len),
        .places = arena_items(arena, size_t, facet->terms.len),
    };
}

static void number_places(struct picked *picked)
{
    for (size_t i = 0; i < picked->len; i++)
        picked->places[picked->terms[i]->number] = i + 1;
}

struct picked picked_most(struct arena *arena, const struct facet *facet, size_t most)
{
    struct picked picked = none_of(arena, facet);
    size_t count = facet->terms.len;
    for (size_t i = 0; i < count; i++)
        picked.terms[i] = facet->terms.items[i];
    if (count > most)
        qsort(picked.terms, count, sizeof *picked.terms, by_entries);
    for (size_t i = 0; i < count && i < most; i++)
        picked.places[picked.terms[i]->number] = 1;
    for (size_t i = 0; i < count; i++)
        if (picked.places[i])
            picked.terms[picked.len++] = facet->terms.items[i];
    number_places(&picked);
    return picked;
}

struct picked picked_ranked(struct arena *arena, const struct facet *facet)
{
    struct picked picked = none_of(arena, facet);
    for (size_t i = 0; i < facet->terms.len; i++)
        if (facet->terms.items[i]->entries.len)
            picked.terms[picked.len++] = facet->terms.items[i];
    if (picked.len && !facet->ordered && facet->order != FACET_BY_NUMBER)
        qsort(picked.terms, picked.len, sizeof *picked.terms, by_entries);
    number_places(&picked);
    return picked;
}

/* Adds an entry to each cell of one row that it belongs to. */
static void cross_row(const struct term_refs *terms, const struct picked *columns, size_t *counts)
{
    for (size_t i = 0; i < terms->len; i++) {
        size_t column = columns->places[terms->items[i]->number];
        if (column)
            counts[column - 1]++;
    }
}

size_t *picked_cross(struct arena *arena, const struct collection *collection,
                     const struct picked *rows, const struct picked *columns)
{
    size_t *counts = arena_items(arena, size_t, rows->len * columns->len);
    size_t down = facet_number(&collection->facets, rows->facet);
    size_t across = facet_number(&collection->facets, columns->facet);
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct term_refs *of_rows = &collection->entries.items[i]->terms[down];
        for (size_t k = 0; k < of_rows->len; k++) {
            size_t row = rows->places[of_rows->items[k]->number];
            if (row)
                cross_row(&collection->entries.items[i]->terms[across], columns,
                          counts + (row - 1) * columns->len);
        }
    }
    return counts;
}

static int by_term_number(const void *left, const void *right)
{
    const struct term_count *a = left, *b = right;
    return (a->term->number > b->term->number) - (a->term->number < b->term->number);
}

static int by_count(const void *left, const void *right)
{
    const struct term_count *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return by_term_number(a, b);
}

struct term_counts term_counts_of(struct arena *arena, const struct collection *collection,
                                  const struct term *term, const struct facet *facet, size_t most)
{
    size_t number = facet_number(&collection->facets, facet);
    struct term_counts each = {0}, counts = {0};
    for (size_t i = 0; i < term->entries.len; i++) {
        const struct term_refs *terms = &term->entries.items[i]->terms[number];
        for (size_t k = 0; terms->len <= most && k < terms->len; k++)
            vec_push(arena, &each, ((struct term_count){terms->items[k], 1}));
    }
    if (each.len)
        qsort(each.items, each.len, sizeof *each.items, by_term_number);
    for (size_t i = 0; i < each.len; i++)
        if (i && each.items[i].term == each.items[i - 1].term)
            counts.items[counts.len - 1].count++;
        else
            vec_push(arena, &counts, each.items[i]);
    return counts;
}

void term_counts_sort(struct term_counts *counts)
{
    if (counts->len)
        qsort(counts->items, counts->len, sizeof *counts->items, by_count);
}
