#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * A hash table from str to pointer. The memory is the arena's. Keys are views and
 * must live as long as the map. Nothing can be removed, and there is no order: a
 * caller that walks over the items keeps a list beside the map.
 */
struct map_slot;

struct map {
    struct arena *arena;
    struct map_slot *slots;
    size_t len, cap;
};

void map_init(struct map *map, struct arena *arena);

/* The same with room for so many keys, before it has to be made anew. */
void map_init_for(struct map *map, struct arena *arena, size_t count);

/* Returns the pointer under `key`, or NULL. */
void *map_get(const struct map *map, struct str key);

/*
 * Puts `pointer` under `key` unless the key is taken, and returns what is
 * there afterwards: `pointer`, or the one that was first.
 */
void *map_add(struct map *map, struct str key, void *pointer);

#endif
