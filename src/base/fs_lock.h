#ifndef BASE_FS_LOCK_H
#define BASE_FS_LOCK_H

#include <stdbool.h>

#include "base/fs.h"

/*
 * A lock between processes, with a file to hold it. The lock is on the file and not the
 * file's existence, so the kernel releases it however the holder dies. It belongs to the
 * process, not to a thread.
 *
 * Calling sequence
 * ----------------
 *
 *     if (!fs_lock_take(&lock, &root, STR(".out.lock"), &holder))
 *         …                                  // tell who has it, and end or
 *     fs_lock_wait(&lock, &root, STR(".out.lock"));
 *     …
 *     fs_lock_release(&lock, &root);
 *
 * Errors
 * ------
 *
 * What the machine refuses ends the program with the path and the reason (base/die.h).
 *
 * Ownership
 * ---------
 *
 * A lock is the caller's to release. Its name is a view that the caller keeps.
 */
struct fs_lock {
    int fd;
    struct str name;
};

/*
 * Takes the lock. False when another process holds it; *holder is then its process
 * number, or 0 if the system cannot tell.
 */
bool fs_lock_take(struct fs_lock *lock, const struct fs_root *root, struct str name, long *holder);

/* Takes the lock, after waiting for any process that holds it. */
void fs_lock_wait(struct fs_lock *lock, const struct fs_root *root, struct str name);

/* Releases the lock and removes its file. */
void fs_lock_release(struct fs_lock *lock, const struct fs_root *root);

/*
 * For files that are locked while they may be replaced or removed: false if the name no
 * longer stands for the open file. Then we hold a lock on what no other process will find,
 * and must begin again.
 */
bool fs_lock_is_found(int fd, int folder, const char *name);

#endif
