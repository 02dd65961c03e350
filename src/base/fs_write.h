#ifndef BASE_FS_WRITE_H
#define BASE_FS_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fs.h"
#include "base/str.h"

struct fs_comparison;

/*
 * Writing files; the other half of base/fs.h.
 *
 * Paths are relative to a root and cannot leave it. A new file or folder gets
 * the permissions that the umask leaves, unless the root is open to all (base/fs.h). All
 * may be used from several threads at once.
 *
 * Calling sequence
 * ----------------
 *
 * A single file is put in place by base/fs_whole.h. A whole folder is replaced so
 * (publish/folder.c; the lock is that of base/fs_lock.h):
 *
 *     if (!fs_lock_take(&lock, &parent, STR(".out.lock"), &holder)) …
 *     struct fs_root fresh = fs_root_make(&parent, STR(".out.new"), mode, path);
 *     fs_create(&fresh, path, bytes);              // for each file, from any thread
 *     fs_sync(&fresh);                             // the bytes are on the disk
 *     fs_exchange(&parent, STR(".out.new"), STR("out"));
 *     fs_sync_names(&parent);                      // and so are the names
 *     fs_remove(&parent, STR(".out.new"));         // the old folder
 *     fs_root_close(&fresh);
 *     fs_lock_release(&lock, &parent);
 *
 * Errors
 * ------
 *
 * What the machine refuses ends the program with the path and the reason. A
 * write, close or sync that has failed is never tried again: after the failure the
 * kernel may have dropped what was not written. A function that returns bool returns
 * false only for what it says; the caller then takes another way.
 *
 * Ownership
 * ---------
 *
 * A root is the caller's to close. If the program dies, files that are half written
 * stay, and are the next run's to remove.
 */

/*
 * Opens the folder `name` in `parent` as a root, made with `mode` unless it is there: less
 * what the umask takes, if the parent is not open to all. `path` is what messages call it.
 */
struct fs_root fs_root_make(const struct fs_root *parent, struct str name, unsigned mode,
                            struct str path);

/*
 * Creates a file with these bytes, and the folders on its path. Never replaces anything.
 * It is half written until we return: only for a folder that nobody reads yet.
 */
void fs_create(const struct fs_root *root, struct str path, struct str bytes);

/*
 * The same of bytes that come piece by piece; the path must outlive the writing.
 * fs_create_as_compared() appends the first `len` bytes of a file that was compared with what is
 * written (base/fs_compare.h); nothing more can be compared with it then.
 */
struct fs_writing {
    struct fs_root root;
    struct str path;
    int fd;
};

struct fs_writing fs_create_begin(const struct fs_root *root, struct str path);
void fs_create_append(struct fs_writing *writing, struct str bytes);
void fs_create_as_compared(struct fs_writing *writing, const struct fs_comparison *with,
                           size_t len);
void fs_create_end(struct fs_writing *writing);

/*
 * Puts a file that nobody else may read, in the place of what stands there: for what can be lost.
 * It is half written until we return, and not brought to the disk. False when the machine refuses;
 * then there is no such file.
 */
typedef bool fs_next_piece(void *self, struct str *piece); /* false: there are no more */
bool fs_put_private(const struct fs_root *root, struct str name, fs_next_piece *next, void *self);

/* Appends these bytes to a file. A missing file is created, a missing folder is not. */
void fs_append(const struct fs_root *root, struct str path, struct str bytes);

/* Creates a folder and the folders on its path, where they are missing. */
void fs_make_folders(const struct fs_root *root, struct str path);

/*
 * Gives what stands at a path, unless it is a folder, a second name at the same path
 * below another root: a hard link. False when the file system will not make one
 * (other device, not permitted, too many): the caller then uses fs_copy().
 */
bool fs_link(const struct fs_root *from, const struct fs_root *to, struct str path);

/* Copies a file with its permissions and times, or a symbolic link as it is. */
void fs_copy(const struct fs_root *from, const struct fs_root *to, struct str path,
             enum fs_kind kind);

/* Gives a folder the permissions of another. Does nothing if `to_path` is not a folder. */
void fs_copy_mode(const struct fs_root *from, struct str from_path, const struct fs_root *to,
                  struct str to_path);

/*
 * Removes a file, or a folder with all that is in it, if it is there. Follows no links, and
 * goes into no other mount if the root keeps to its own: that ends the program, and so do
 * more than 128 folders inside each other.
 */
void fs_remove(const struct fs_root *root, struct str name);

/* Renames. If `to` exists already that ends the program, on file systems that can tell. */
void fs_rename(const struct fs_root *root, struct str from, struct str to);

/* Exchanges two names in one step. False when the file system has no such step. */
bool fs_exchange(const struct fs_root *root, struct str a, struct str b);

/* Brings everything that was written to the root's file system to the disk. */
void fs_sync(const struct fs_root *root);

/* Brings the names in the root itself to the disk. */
void fs_sync_names(const struct fs_root *root);

/*
 * For base/fs_whole.c. Each is done anew when a signal interrupts it, and false with errno
 * when it fails: writes all the bytes, brings a file or the names in a folder to the disk,
 * closes what was written to; and, if the root is open to all, makes a new file so.
 */
bool fs_write_bytes(int fd, struct str bytes);
bool fs_flush(int fd);
bool fs_close_written(int fd);
bool fs_open_to_all(const struct fs_root *root, int fd);

#endif
