#ifndef BASE_FS_PROGRAM_H
#define BASE_FS_PROGRAM_H

#include <stdbool.h>

struct buf;

/*
 * Appends the stamps (base/fs_stamp.h) of the files that the running program was loaded from, its
 * own and those of the libraries: another program, or another edition of a library, has others.
 * False where the system does not tell which file is ours (without /proc).
 */
bool fs_program_put_stamps(struct buf *out);

#endif
