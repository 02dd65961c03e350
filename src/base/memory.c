#include "base/memory.h"

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

void *memory_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size ? size : 1);
    if (!resized)
        memory_end();
    return resized;
}
