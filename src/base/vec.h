#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

struct arena;

/*
 * Growing arrays whose memory is an arena's.
 *
 * A list is a struct with the three members `items`, `len` and `cap`, typed by
 * whoever owns it:
 *
 *     struct numbers { int *items; size_t len, cap; };
 *     vec_push(arena, &numbers, 42);
 *
 * A list that grows leaves its smaller self behind in the arena; the doubling
 * bounds that waste by the size of the list.
 */

/* The items, moved when there was no room for one more of `size` bytes. */
void *vec_room(struct arena *arena, void *items, size_t len, size_t *cap, size_t size);

#define vec_push(arena, list, item) \
    ((list)->items = \
         vec_room(arena, (list)->items, (list)->len, &(list)->cap, sizeof *(list)->items), \
     (list)->items[(list)->len++] = (item))

#endif
