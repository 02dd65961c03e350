#include "base/map.h"

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"

struct map_slot {
    struct str key;
    uint64_t hash;
    void *pointer; /* NULL: the slot is free */
};

void map_init(struct map *map, struct arena *arena)
{
    *map = (struct map){.arena = arena};
}

/*
 * FNV-1a, 64 bits, with the high half folded in since the mask takes low bits.
 * It starts from an address of this run, which the writers of content do not
 * know, so that keys that share a slot are hard to prepare.
 */
static uint64_t hash_of(const struct map *map, struct str key)
{
    uint64_t hash = 0xcbf29ce484222325u ^ (uintptr_t)map->arena;
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.ptr[i]) * 0x100000001b3u;
    return hash ^ hash >> 32;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct map_slot *find(const struct map *map, struct str key, uint64_t hash)
{
    size_t mask = map->cap - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        struct map_slot *slot = &map->slots[i];
        if (!slot->pointer || (slot->hash == hash && str_eq(slot->key, key)))
            return slot;
    }
}

static void grow(struct map *map)
{
    struct map old = *map;
    map->cap = old.cap ? old.cap * 2 : 16;
    map->slots = arena_items(map->arena, struct map_slot, map->cap);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].pointer)
            *find(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
}

void *map_get(const struct map *map, struct str key)
{
    return map->cap ? find(map, key, hash_of(map, key))->pointer : NULL;
}

void *map_add(struct map *map, struct str key, void *pointer)
{
    assert(pointer);
    if (map->len >= map->cap / 4 * 3)
        grow(map);
    uint64_t hash = hash_of(map, key);
    struct map_slot *slot = find(map, key, hash);
    if (!slot->pointer) {
        *slot = (struct map_slot){key, hash, pointer};
        map->len++;
    }
    return slot->pointer;
}
