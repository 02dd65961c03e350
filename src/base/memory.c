#include "base/memory.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/said.h"

void memory_end(void)
{
    fputs(SAID("samling: ikke nok minne\n", "samling: not enough memory\n"), stderr);
    fflush(stderr);
    _exit(2); /* as base/die.c */
}

/* What malloc comes to by itself in the end, when a block of KEPT has been freed (mallopt(3)). */
void memory_keep(void)
{
    enum { KEPT = 4 * 1024 * 1024 };
    mallopt(M_MMAP_THRESHOLD, KEPT);
    mallopt(M_TRIM_THRESHOLD, 2 * KEPT);
}

void memory_give_back(void)
{
    enum { MUCH = 8 * 1024 * 1024 };
    if (mallinfo2().fordblks > MUCH)
        malloc_trim(0);
}

void *memory_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size ? size : 1);
    if (!resized)
        memory_end();
    return resized;
}
