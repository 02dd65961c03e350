#include "search/marked.h"

#include "base/arena.h"

enum { MARKED_BITS = 64 };

void marked_init(struct marked *marked, struct arena *arena, size_t bound)
{
    marked->len = bound / MARKED_BITS + 1;
    marked->bits = arena_items(arena, uint64_t, marked->len);
}

bool marked_add(struct marked *marked, uint32_t number)
{
    uint64_t *bits = &marked->bits[number / MARKED_BITS];
    uint64_t bit = (uint64_t)1 << number % MARKED_BITS;
    bool more = !(*bits & bit);
    *bits |= bit;
    return more;
}

size_t marked_take(struct marked *marked, uint32_t *numbers)
{
    size_t count = 0;
    for (size_t i = 0; i < marked->len; i++) {
        uint64_t bits = marked->bits[i];
        for (uint32_t bit = 0; bits; bit++, bits >>= 1)
            if (bits & 1)
                numbers[count++] = (uint32_t)i * MARKED_BITS + bit;
        marked->bits[i] = 0;
    }
    return count;
}
