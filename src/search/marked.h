#ifndef SEARCH_MARKED_H
#define SEARCH_MARKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * A set of numbers below a bound, a bit for each of those there may be: they are added in any
 * order, and taken out in theirs, without being sorted.
 *
 *     struct marked marked;
 *     marked_init(&marked, &arena, words->len);
 *     … marked_add(&marked, number) …
 *     size_t count = marked_take(&marked, numbers);
 *
 * Taking costs a step for 64 numbers below the bound, and one for each that is there.
 */
struct marked {
    uint64_t *bits; /* in the arena */
    size_t len;
};

void marked_init(struct marked *marked, struct arena *arena, size_t bound);

/* False if the number is there already. */
bool marked_add(struct marked *marked, uint32_t number);

/* Stores the numbers, ascending, and leaves the set empty. Returns how many there were. */
size_t marked_take(struct marked *marked, uint32_t *numbers);

#endif
