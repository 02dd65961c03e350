#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

struct arena;

/*
 * Growing arrays whose memory is an arena's.
 *
 * A list is any struct with the three members `items`, `len` and `cap`, the latter
 * unsigned; the type of the items is the list's own:
 *
 *     struct numbers { int *items; size_t len, cap; };
 *     vec_push(arena, &numbers, 42);
 *
 * A list that grows leaves the smaller array behind in the arena, or gives it back if it is large.
 * So nothing else may point to its items while it grows.
 */

/* Returns the `len` items of `size` bytes that fill a list, moved to where there is space for
 * `cap`. */
void *vec_widen(struct arena *arena, const void *items, size_t len, size_t cap, size_t size);

/*
 * Returns `len` items of `size` bytes, copied to where they fill their space: for a list that was
 * made in an arena of its own, and is not to grow any more.
 */
void *vec_copy(struct arena *arena, const void *items, size_t len, size_t size);

/* The same of a list. */
#define vec_fit(arena, list) \
    ((list)->items = vec_copy(arena, (list)->items, (list)->len, sizeof *(list)->items), \
     (list)->cap = (list)->len)

/* Makes room for so many items more in a list that is full, and for no others. */
#define vec_room(arena, list, more) \
    ((list)->cap = (list)->len + (more), \
     (list)->items = \
         vec_widen(arena, (list)->items, (list)->len, (list)->cap, sizeof *(list)->items))

/* Appends an item. */
#define vec_push(arena, list, item) \
    ((list)->len < (list)->cap \
         ? (void)0 \
         : (void)((list)->cap += (list)->cap ? (list)->cap : 4, \
                  (list)->items = vec_widen(arena, (list)->items, (list)->len, (list)->cap, \
                                            sizeof *(list)->items)), \
     (list)->items[(list)->len++] = (item))

#endif
