#include "pages/related.h"

#include <stdlib.h>

#include "base/vec.h"

struct candidate {
    const struct entry *entry;
    int64_t score;
};

struct candidates {
    struct candidate *items;
    size_t len, cap;
};

/* Whether two entries have the same first term in the main facet. */
static bool is_main_of_both(const struct facet *facet, size_t number, const struct entry *a,
                            const struct entry *b)
{
    return facet->main && a->terms[number].items[0] == b->terms[number].items[0];
}

/* Adds the neighbours of the entry in the list of one of its terms, with what that term scores. */
static void add_neighbours(struct arena *arena, const struct facet *facet, size_t number,
                           const struct entry *entry, size_t which, struct candidates *candidates)
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
            vec_push(arena, candidates,
                     ((struct candidate){other, main ? 2 * facet->weight : facet->weight}));
    }
}

static int by_entry(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    return (a->entry->number > b->entry->number) - (a->entry->number < b->entry->number);
}

/* Makes one candidate, with the sum of the scores, of neighbours that are the same entry. */
static void add_up(struct candidates *candidates)
{
    size_t kept = 0;
    for (size_t i = 0; i < candidates->len; i++) {
        if (kept && candidates->items[kept - 1].entry == candidates->items[i].entry)
            candidates->items[kept - 1].score += candidates->items[i].score;
        else
            candidates->items[kept++] = candidates->items[i];
    }
    candidates->len = kept;
}

static bool is_chosen(const struct related *related, size_t count, const struct entry *entry)
{
    for (size_t i = 0; i < count; i++)
        if (related[i].entry == entry)
            return true;
    return false;
}

/*
 * Adds the best candidates that are not chosen already. An insertion sort: there is
 * room for few, and one of equal score that comes later does not displace an earlier.
 */
static size_t add_best(const struct candidates *candidates, struct related *related, size_t count)
{
    struct candidate best[RELATED_MAX];
    size_t len = 0, room = RELATED_MAX - count;
    for (size_t i = 0; room && i < candidates->len; i++) {
        const struct candidate *candidate = &candidates->items[i];
        if ((len == room && candidate->score <= best[len - 1].score) ||
            is_chosen(related, count, candidate->entry))
            continue;
        size_t at = len < room ? len++ : len - 1;
        for (; at > 0 && best[at - 1].score < candidate->score; at--)
            best[at] = best[at - 1];
        best[at] = *candidate;
    }
    for (size_t i = 0; i < len; i++)
        related[count + i] = (struct related){best[i].entry, false};
    return count + len;
}

size_t related_choose(struct arena *arena, const struct collection *collection,
                      const struct entry *entry, struct related *related)
{
    size_t count = 0;
    for (size_t i = 0; i < entry->related.len && count < RELATED_MAX; i++)
        if (!is_chosen(related, count, entry->related.items[i]))
            related[count++] = (struct related){entry->related.items[i], true};

    struct candidates candidates = {0};
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        for (size_t k = 0; facet->weight && k < entry->terms[f].len; k++)
            add_neighbours(arena, facet, f, entry, k, &candidates);
    }
    if (candidates.len == 0)
        return count;
    qsort(candidates.items, candidates.len, sizeof *candidates.items, by_entry);
    add_up(&candidates);
    return add_best(&candidates, related, count);
}
