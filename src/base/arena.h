#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

/*
 * Memory by lifetime: many allocations, one release.
 *
 * The site's arena lives for the whole run, that of a document until its file
 * is read again. Each worker has one of its own that is reset after every
 * output. Nothing in between is ever freed, but for what lists and maps outgrow. Blocks grow with
 * what an arena holds, so thousands of small arenas cost little more than one large one.
 *
 *     struct arena a;
 *     arena_init(&a);
 *     struct thing *t = arena_new(&a, struct thing);
 *     ...
 *     arena_release(&a);
 *
 * An arena belongs to one thread at a time; arena_adopt() hands all of one
 * arena's memory to another when its thread has ended. Out of memory ends the
 * program (base/memory.h), so callers never check.
 *
 * Built with -DARENA_DEBUG every allocation is a malloc of its own, so that
 * AddressSanitizer sees an overrun between neighbours.
 */

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first */
    char *next;                 /* the first free byte of the newest block */
    char *end;                  /* one past its last byte */
    size_t size;                /* bytes of all blocks; decides the size of the next one */
};

/* An empty arena; the first block is allocated when it is needed. */
void arena_init(struct arena *arena);

/* Frees all blocks. The arena is empty afterwards and may be used again. */
void arena_release(struct arena *arena);

/* Forgets all allocations, but keeps a block for the next round. */
void arena_reset(struct arena *arena);

/* Moves everything in `from` into `into`; `from` is empty afterwards. */
void arena_adopt(struct arena *into, struct arena *from);

/* Returns `size` bytes, zeroed and aligned for any type but long double. Never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* Returns `count` zeroed items of `size` bytes; a product that overflows ends the program. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/*
 * Frees an allocation of that size, of which nothing is used any more, if it has a block of its
 * own, as all large ones have; a smaller one stays.
 */
void arena_give_back(struct arena *arena, const void *memory, size_t size);

/* Returns `size` bytes for text: neither zeroed nor aligned. */
char *arena_text(struct arena *arena, size_t size);

#define arena_new(arena, type)        ((type *)arena_alloc(arena, sizeof(type)))
#define arena_items(arena, type, len) ((type *)arena_array(arena, len, sizeof(type)))

#endif
