#ifndef BASE_FS_GIVEN_H
#define BASE_FS_GIVEN_H

#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * Reads a file that the user has named: a part of base/fs.h for what lies in no root. It may be a
 * link, or a pipe: a shell's <(…). Ends the program when it cannot be read, or has more than
 * `limit` bytes.
 */
struct str fs_read_given(struct arena *arena, struct str path, size_t limit);

#endif
