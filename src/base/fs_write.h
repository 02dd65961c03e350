#ifndef BASE_FS_WRITE_H
#define BASE_FS_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fs.h"
#include "base/str.h"

/*
 * Writing files; the other half of base/fs.h.
 *
 * These are the steps from which publish/folder.h makes its one large step.
 * Whatever the machine refuses ends the program with path and reason, and a
 * write, close or sync that failed is never tried again: after the failure the
 * kernel may have forgotten what was not written.
 *
 * Paths are relative to a root and must not leave it. A new file or folder
 * gets the rights that the umask leaves. All but the lock may be used from
 * several threads at once.
 */

/* The folder `name` in `parent`, made with `mode` unless it is there; its path is `path`. */
struct fs_root fs_root_make(const struct fs_root *parent, struct str name, unsigned mode,
                            struct str path);

/* A new file with these bytes, and the folders on its way. Never replaces anything. */
void fs_create(const struct fs_root *root, struct str path, struct str bytes);

/*
 * A file with these bytes in the place of what stands at `path`, if anything,
 * in one step: whatever ends the program, it is the old file or the new one.
 * We write `.NAME.new` beside it first, and overwrite any such file.
 */
void fs_replace(const struct fs_root *root, struct str path, struct str bytes);

/* These bytes at the end of a file, which is made when it is missing; its folder is not. */
void fs_append(const struct fs_root *root, struct str path, struct str bytes);

/* A folder and those on its way; those that are there already are as good. */
void fs_make_folders(const struct fs_root *root, struct str path);

/*
 * A second name, at the same path below another root, for what is no folder.
 * False when the file system makes none (other device, no right to, too many).
 */
bool fs_link(const struct fs_root *from, const struct fs_root *to, struct str path);

/* A copy of a file with its rights and times, or of a symbolic link. */
void fs_copy(const struct fs_root *from, const struct fs_root *to, struct str path,
             enum fs_kind kind);

/* Gives a folder the rights of another; nothing when `to_path` is missing or no folder. */
void fs_copy_mode(const struct fs_root *from, struct str from_path, const struct fs_root *to,
                  struct str to_path);

/* A file, or a folder with all that is in it, links not followed; nothing when it is missing. */
void fs_remove(const struct fs_root *root, struct str name);

/* Renames; ends the program when something stands there already, where the system can tell. */
void fs_rename(const struct fs_root *root, struct str from, struct str to);

/* Lets two names change places in one step; false when the file system has no such step. */
bool fs_exchange(const struct fs_root *root, struct str a, struct str b);

/* Everything written to the root's file system is on the disk. */
void fs_sync(const struct fs_root *root);

/* The names in the root itself are on the disk. */
void fs_sync_names(const struct fs_root *root);

/*
 * A lock between processes: a file that is locked, not one that exists, so
 * that the kernel opens it whichever way its holder dies. It belongs to the
 * process, not to a thread.
 */
struct fs_lock {
    int fd;
    struct str name;
};

/* False when another process holds it: `holder` is its number, or 0 if it cannot be told. */
bool fs_lock_take(struct fs_lock *lock, const struct fs_root *root, struct str name, long *holder);

/* Removes the file, too. */
void fs_lock_release(struct fs_lock *lock, const struct fs_root *root);

#endif
