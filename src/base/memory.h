#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/*
 * Memory that is not an arena's (base/arena.h), and the one place where the lack of it
 * ends the program. Of ours it uses only base/said.h, for base/die.h needs memory.
 */

/*
 * Keeps a few megabytes of what is freed for what is asked for next: each page that comes anew
 * from the kernel costs more than filling it. For a command that ends when its work is done, before
 * it begins; one that goes on for hours gives back what it does not use.
 */
void memory_keep(void);

/* Gives back what has been freed and is not in use again, when much has been. */
void memory_give_back(void);

/* realloc() that ends the program instead of failing. */
void *memory_resize(void *memory, size_t size);

/* Ends the program with exit status 2, saying that there is not enough memory. */
_Noreturn void memory_end(void);

#endif
