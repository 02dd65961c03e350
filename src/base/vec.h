#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

struct arena;

/*
 * Growing arrays whose memory is an arena's.
 *
 * A list is any struct with the three members `items`, `len` and `cap`; the type of
 * the items is the list's own:
 *
 *     struct numbers { int *items; size_t len, cap; };
 *     vec_push(arena, &numbers, 42);
 *
 * A list that grows leaves the smaller array behind in the arena. It doubles each
 * time, so all of these together are no larger than the list.
 */

/* Returns the items, moved if there was no space for one more of `size` bytes. */
void *vec_room(struct arena *arena, void *items, size_t len, size_t *cap, size_t size);

/* Appends an item. */
#define vec_push(arena, list, item) \
    ((list)->items = \
         vec_room(arena, (list)->items, (list)->len, &(list)->cap, sizeof *(list)->items), \
     (list)->items[(list)->len++] = (item))

#endif
