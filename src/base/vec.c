#include "base/vec.h"

#include <string.h>

#include "base/arena.h"

static void *moved_to(struct arena *arena, const void *items, size_t len, size_t cap, size_t size)
{
    void *moved = arena_array(arena, cap, size);
    if (len)
        memcpy(moved, items, len * size);
    return moved;
}

void *vec_widen(struct arena *arena, const void *items, size_t len, size_t cap, size_t size)
{
    void *moved = moved_to(arena, items, len, cap, size);
    arena_give_back(arena, items, len * size);
    return moved;
}

void *vec_copy(struct arena *arena, const void *items, size_t len, size_t size)
{
    return len ? moved_to(arena, items, len, len, size) : NULL;
}
