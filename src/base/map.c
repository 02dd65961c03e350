#include "base/map.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct map_slot {
    const char *key;
    uint32_t len;
    uint32_t hash;
    void *pointer; /* NULL: the slot is free */
};

enum { MAP_MIN = 16 };

/*
 * Open addressing with linear probing (Knuth, The Art of Computer Programming 3,
 * section 6.4, algorithm L). A quarter of the slots at least is free, so every search
 * ends, and is short on average. The number of slots is a power of two.
 */

void map_init(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena};
}

void map_init_for(struct map *map, struct arena *arena, size_t count)
{
    size_t cap = MAP_MIN;
    while (count >= cap / 4 * 3)
        cap *= 2;
    *map =
        (struct map){.arena = arena, .slots = arena_items(arena, struct map_slot, cap), .cap = cap};
}

/*
 * FNV-1a in 64 bits (Fowler, Noll and Vo), with the high half folded into the low one,
 * from which the slot is taken; that is kept. The start is mixed with an address of this run, which
 * the writers of content do not know: keys that share a slot are hard to prepare.
 */
static uint32_t hash_of_key(const struct map *map, struct str key)
{
    uint64_t hash = 0xcbf29ce484222325u ^ (uintptr_t)map->arena;
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.ptr[i]) * 0x100000001b3u;
    return (uint32_t)(hash ^ hash >> 32);
}

static struct str slot_key(const struct map_slot *slot)
{
    return (struct str){slot->key, slot->len};
}

/* Returns the slot that holds the key, or else the free one where it belongs. */
static struct map_slot *find_slot(const struct map *map, struct str key, uint32_t hash)
{
    size_t mask = map->cap - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct map_slot *slot = &map->slots[i];
        if (!slot->pointer || (slot->hash == hash && str_eq(slot_key(slot), key)))
            return slot;
    }
}

/* The smaller table stays in the arena, or is given back if it is large. */
static void grow(struct map *map)
{
    struct map old = *map;
    map->cap = old.cap ? old.cap * 2 : MAP_MIN;
    map->slots = arena_items(map->arena, struct map_slot, map->cap);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].pointer)
            *find_slot(map, slot_key(&old.slots[i]), old.slots[i].hash) = old.slots[i];
    arena_give_back(map->arena, old.slots, old.cap * sizeof *old.slots);
}

void *map_get(const struct map *map, struct str key)
{
    return map->cap ? find_slot(map, key, hash_of_key(map, key))->pointer : NULL;
}

void *map_add(struct map *map, struct str key, void *pointer)
{
    assert(pointer);
    if (map->len >= map->cap / 4 * 3)
        grow(map);
    uint32_t hash = hash_of_key(map, key);
    struct map_slot *slot = find_slot(map, key, hash);
    if (!slot->pointer) {
        *slot = (struct map_slot){key.ptr, (uint32_t)key.len, hash, pointer};
        map->len++;
    }
    return slot->pointer;
}
