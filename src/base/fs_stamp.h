#ifndef BASE_FS_STAMP_H
#define BASE_FS_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct buf;
struct fs_root;
struct stat;

/*
 * What tells that a file has not changed since it was looked at, without reading it: as git's index
 * does. Whoever keeps stamps asks, too, whether a file was young then (fs_stamp_is_young()): it may
 * have been changed again in the same tick of the clock that files have, and would not tell.
 *
 * Times are nanoseconds since 1970. `changed` also moves when a file gets another name, as a second
 * one by a link.
 */
struct fs_stamp {
    uint64_t size, modified, changed, inode;
};

struct fs_stamp fs_stamp_of(const struct stat *info);

/* Returns the stamp of what is open; all zero if it cannot be told. */
struct fs_stamp fs_stamp_of_open(int fd);

/*
 * Returns the stamp of an open folder, which tells whether names have come or gone in it; all zero
 * if it cannot be told, or if its file system is none of those that are known to keep it.
 */
struct fs_stamp fs_stamp_of_folder(int fd);

/* Stores the stamp of what stands at a path. False, and all zero, when nothing does. */
bool fs_stamp_at(const struct fs_root *root, struct str path, struct fs_stamp *stamp);

/* Whether it tells anything: it is not all zero. */
bool fs_stamp_is_known(const struct fs_stamp *stamp);

bool fs_stamp_eq(const struct fs_stamp *a, const struct fs_stamp *b);

/* Whether it is the same file with the same bytes, whatever names it has got or lost. */
bool fs_stamp_same_bytes(const struct fs_stamp *a, const struct fs_stamp *b);

/* Returns the time of the clock that stamps are made by. */
uint64_t fs_stamp_now(void);

/* Whether a file with this stamp may have been changed once more in the tick that was at `now`. */
bool fs_stamp_is_young(const struct fs_stamp *stamp, uint64_t now);

/* Appends it as numbers, each with a blank behind it. */
void fs_stamp_put(struct buf *out, const struct fs_stamp *stamp);

#endif
