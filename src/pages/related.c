#include "pages/related.h"

#include "base/arena.h"

struct candidate {
    const struct entry *entry; /* NULL: an empty place */
    int64_t score;
};

/* A table of entries, open addressing with linear probing, and at least half of it empty. */
struct candidates {
    struct candidate *items;
    size_t mask; /* the number of places, a power of two, less one */
};

static struct candidates candidates_for(struct arena *arena, size_t most)
{
    size_t places = 1;
    while (places < 2 * most)
        places *= 2;
    return (struct candidates){arena_items(arena, struct candidate, places), places - 1};
}

/* Multiplied by 2^32 over the golden ratio, numbers that follow each other are spread (Knuth, 6.4).
 */
static void add_score(struct candidates *candidates, const struct entry *entry, int64_t score)
{
    size_t at = (entry->number * 0x9E3779B1 >> 8) & candidates->mask;
    while (candidates->items[at].entry && candidates->items[at].entry != entry)
        at = (at + 1) & candidates->mask;
    candidates->items[at].entry = entry;
    candidates->items[at].score += score;
}

/* Whether two entries have the same first term in the main facet. */
static bool is_main_of_both(const struct facet *facet, size_t number, const struct entry *a,
                            const struct entry *b)
{
    return facet->main && a->terms[number].items[0] == b->terms[number].items[0];
}

/* Adds the neighbours of the entry in the list of one of its terms, with what that term scores. */
static void add_neighbours(const struct facet *facet, size_t number, const struct entry *entry,
                           size_t which, struct candidates *candidates)
{
    const struct term *term = entry->terms[number].items[which];
    size_t place = entry->terms[number].places[which];
    size_t from = place > RELATED_WINDOW ? place - RELATED_WINDOW : 0;
    size_t until = place + RELATED_WINDOW + 1;
    until = until < term->entries.len ? until : term->entries.len;
    for (size_t i = from; i < until; i++) {
        const struct entry *other = term->entries.items[i];
        bool main = which == 0 && is_main_of_both(facet, number, entry, other);
        if (other != entry)
            add_score(candidates, other, main ? 2 * facet->weight : facet->weight);
    }
}

static bool is_chosen(const struct related *related, size_t count, const struct entry *entry)
{
    for (size_t i = 0; i < count; i++)
        if (related[i].entry == entry)
            return true;
    return false;
}

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    return a->score > b->score || (a->score == b->score && a->entry->number < b->entry->number);
}

/* Adds the best candidates that are not chosen already. An insertion sort: there is room for few.
 */
static size_t add_best(const struct candidates *candidates, struct related *related, size_t count)
{
    struct candidate best[RELATED_MAX];
    size_t len = 0, room = RELATED_MAX - count;
    for (size_t i = 0; room && i <= candidates->mask; i++) {
        const struct candidate *candidate = &candidates->items[i];
        if (!candidate->entry || (len == room && !is_better(candidate, &best[len - 1])) ||
            is_chosen(related, count, candidate->entry))
            continue;
        size_t at = len < room ? len++ : len - 1;
        for (; at > 0 && is_better(candidate, &best[at - 1]); at--)
            best[at] = best[at - 1];
        best[at] = *candidate;
    }
    for (size_t i = 0; i < len; i++)
        related[count + i] = (struct related){best[i].entry, false};
    return count + len;
}

/* Returns how many candidates there can be. */
static size_t count_neighbours(const struct collection *collection, const struct entry *entry)
{
    size_t terms = 0, all = collection->entries.len;
    for (size_t f = 0; f < collection->facets.len; f++)
        terms += collection->facets.items[f].weight ? entry->terms[f].len : 0;
    return terms < all / (2 * RELATED_WINDOW) ? terms * 2 * RELATED_WINDOW : all;
}

size_t related_choose(struct arena *arena, const struct collection *collection,
                      const struct entry *entry, struct related *related)
{
    size_t count = 0;
    for (size_t i = 0; i < entry->related.len && count < RELATED_MAX; i++)
        if (!is_chosen(related, count, entry->related.items[i]))
            related[count++] = (struct related){entry->related.items[i], true};

    struct candidates candidates = candidates_for(arena, count_neighbours(collection, entry));
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        for (size_t k = 0; facet->weight && k < entry->terms[f].len; k++)
            add_neighbours(facet, f, entry, k, &candidates);
    }
    return add_best(&candidates, related, count);
}
