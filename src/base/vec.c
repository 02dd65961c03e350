#include "base/vec.h"

#include <string.h>

#include "base/arena.h"

void *vec_room(struct arena *arena, void *items, size_t len, size_t *cap, size_t size)
{
    if (len < *cap)
        return items;
    size_t wider = *cap ? *cap * 2 : 4;
    void *moved = arena_array(arena, wider, size);
    if (len)
        memcpy(moved, items, len * size);
    *cap = wider;
    return moved;
}
