#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/*
 * A new block is an eighth of what the arena has already, within these bounds: a
 * small arena wastes little, and a large one is made of few blocks. Without bounds
 * (ARENA_DEBUG) each request is larger than a block and gets one of its own.
 */
#ifdef ARENA_DEBUG
enum { BLOCK_MIN = 0, BLOCK_MAX = 0 };
#else
enum { BLOCK_MIN = 512, BLOCK_MAX = 64 * 1024 };
#endif
enum { BLOCK_GROWTH = 8, BLOCK_SHARE = 4 };

/* What things are made of here. There is no long double, which would want twice the room. */
union any {
    void *pointer;
    uint64_t integer;
    double real;
};

struct arena_block {
    struct arena_block *older;
    size_t size;
    alignas(union any) char bytes[];
};

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

static void release_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
}

void arena_release(struct arena *arena)
{
    release_blocks(arena->blocks);
    arena_init(arena);
}

/*
 * An arena that is reset will be filled again, so the block that it keeps is a full
 * one. If the newest is not, all are freed, and `size` is set so that the next will be.
 */
void arena_reset(struct arena *arena)
{
    struct arena_block *kept = arena->blocks;
    if (!kept || kept->size != BLOCK_MAX) {
        size_t size = kept ? BLOCK_GROWTH * BLOCK_MAX : arena->size;
        arena_release(arena);
        arena->size = size;
        return;
    }
    release_blocks(kept->older);
    kept->older = NULL;
    arena->next = kept->bytes;
    arena->end = kept->bytes + kept->size;
}

void arena_adopt(struct arena *into, struct arena *from)
{
    struct arena_block **oldest = &from->blocks;
    into->size += from->size;
    while (*oldest)
        oldest = &(*oldest)->older;
    /* They go behind the newest block of `into`, whose free space stays in use. */
    if (into->blocks) {
        *oldest = into->blocks->older;
        into->blocks->older = from->blocks;
        arena_init(from);
    } else {
        from->size = into->size;
        *into = *from;
        arena_init(from);
    }
}

static size_t next_block(const struct arena *arena)
{
    size_t min = BLOCK_MIN, max = BLOCK_MAX, share = arena->size / BLOCK_GROWTH;
    return share < min ? min : share > max ? max : share;
}

/*
 * Returns `size` bytes of a new block. A request for more than a quarter of a block
 * gets a block of exactly its size, which goes behind the newest one, so that the free
 * space there stays in use. Otherwise that space is given up; being smaller than the
 * request, it is about a quarter of a block at most.
 */
static char *take_new_block(struct arena *arena, size_t size)
{
    size_t room = next_block(arena);
    size_t total;
    if (size > room / BLOCK_SHARE)
        room = size;
    if (__builtin_add_overflow(room, sizeof(struct arena_block), &total))
        memory_end();
    struct arena_block *block = memory_resize(NULL, total);
    block->size = room;
    arena->size += room;
    if (room == size && arena->blocks) {
        block->older = arena->blocks->older;
        arena->blocks->older = block;
        return block->bytes;
    }
    block->older = arena->blocks;
    arena->blocks = block;
    arena->next = block->bytes + size;
    arena->end = block->bytes + room;
    return block->bytes;
}

void arena_give_back(struct arena *arena, const void *memory, size_t size)
{
    struct arena_block **at = &arena->blocks;
    if (size <= BLOCK_MAX / BLOCK_SHARE)
        return;
    while (*at && (*at)->bytes != memory)
        at = &(*at)->older;
    struct arena_block *block = *at;
    if (!block || block->size != size)
        return;
    if (block == arena->blocks)
        arena->next = arena->end = NULL;
    *at = block->older;
    arena->size -= size;
    free(block);
}

char *arena_text(struct arena *arena, size_t size)
{
    if (size > (size_t)(arena->end - arena->next) || !arena->next)
        return take_new_block(arena, size);
    char *text = arena->next;
    arena->next += size;
    return text;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    enum { ALIGN = alignof(union any) };
    uintptr_t address = (uintptr_t)arena->next;
    size_t gap = (size_t)(-address & (ALIGN - 1)); /* up to the next multiple of ALIGN */
    char *memory;
    if (arena->next && gap <= (size_t)(arena->end - arena->next) &&
        size <= (size_t)(arena->end - arena->next) - gap) {
        memory = arena->next + gap;
        arena->next = memory + size;
    } else {
        memory = take_new_block(arena, size);
    }
    return memset(memory, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        memory_end();
    return arena_alloc(arena, total);
}
