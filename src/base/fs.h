#ifndef BASE_FS_H
#define BASE_FS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/str.h"

struct arena;
struct confine;

/*
 * Reading files. Together with base/fs_write.h this is the only file I/O of
 * the program; base/fs_walk.h lists what there is.
 *
 * Everything is opened below a root, a folder that is held open: a path is
 * relative, no part of it may be `..` or a link, and it cannot leave the root. The
 * kernel enforces this (openat2 with RESOLVE_BENEATH and RESOLVE_NO_SYMLINKS);
 * where it lacks openat2 the path is walked part by part, with the same result.
 *
 * Calling sequence
 * ----------------
 *
 *     struct fs_root root = fs_root_open(&arena, STR("content"));
 *     if (fs_read(&root, STR("site.yaml"), limit, &arena, &text) == FS_OK) …
 *     fs_root_close(&root);
 *
 * Errors
 * ------
 *
 * A file that is missing or not an ordinary file is an answer (false, or an
 * fs_status), for content may be anything. What the machine refuses (permission,
 * I/O error) ends the program with the path and the reason, unless the root is forgiving.
 *
 * Ownership
 * ---------
 *
 * A root is the caller's to close. Paths and texts that are returned lie in the
 * arena that is passed in.
 */
struct fs_root {
    int fd;
    struct str path; /* for messages */
    bool common;     /* fs_root_open_to_all() */
    bool one_mount;  /* fs_root_keep_to_mount() */
    uint64_t mount;  /* then: on which it lies */
    bool forgiving;  /* fs_root_forgive() */
};

/* Opens a folder as a root. Ends the program when there is no such folder. */
struct fs_root fs_root_open(struct arena *arena, struct str path);
/* The same, but false when it is missing or not a folder. */
bool fs_root_try(struct arena *arena, struct str path, struct fs_root *root);
/* Opens a folder below a root as a root of its own. False when it is missing or not a folder. */
bool fs_root_below(const struct fs_root *root, struct str path, struct arena *arena,
                   struct fs_root *below);
/* Whether the root is still what stands at its path: it may have got another name since. */
bool fs_root_is_there(const struct fs_root *root);
/*
 * From here on what is mounted inside the root is not the root's: its kind is FS_MOUNT, its
 * status FS_ELSEWHERE, and nothing in it is listed, opened or removed. The same holds for
 * roots that are opened below this one. For folders that we replace: a mount in them is
 * somebody's storage, and would be emptied with the old folder.
 */
void fs_root_keep_to_mount(struct fs_root *root);
/*
 * From here on all may read what is made in the root, whatever the umask: new files are 0644,
 * new folders 0755 (base/fs_write.h). The same holds for roots that are opened below this one.
 * For what a web server reads, which is another user than the one who made it.
 */
void fs_root_open_to_all(struct fs_root *root);
/*
 * From here on what the machine refuses to let us see, list or read is an answer, too: a status
 * FS_REFUSED, a kind FS_CLOSED. So is a file that grows while it is read. For who goes on whatever
 * the files have become, and looks again when they change.
 */
void fs_root_forgive(struct fs_root *root);
void fs_root_close(struct fs_root *root);

/*
 * Allows uses of what stands at a path, "." for the root itself (base/confine.h). False
 * when nothing does.
 */
bool fs_root_allow(const struct fs_root *root, struct str path, struct confine *confine,
                   unsigned uses);

enum fs_kind { FS_FILE, FS_FOLDER, FS_LINK, FS_OTHER, FS_MOUNT, FS_CLOSED };

/*
 * Stores what stands at a path, without following links. False when nothing does. May
 * be called from any thread.
 */
bool fs_kind_of(const struct fs_root *root, struct str path, enum fs_kind *kind);

enum fs_status { FS_OK, FS_MISSING, FS_NOT_A_FILE, FS_ELSEWHERE, FS_TOO_LARGE, FS_REFUSED };

/* Returns what fs_read() would, without reading: FS_OK for a file of at most `limit` bytes. */
enum fs_status fs_check_readable(const struct fs_root *root, struct str path, size_t limit);

/* Stores how many bytes an ordinary file has. May be called from any thread. */
enum fs_status fs_size(const struct fs_root *root, struct str path, size_t *size);

/* Reads a whole file of at most `limit` bytes. */
enum fs_status fs_read(const struct fs_root *root, struct str path, size_t limit,
                       struct arena *arena, struct str *text);

/*
 * Returns the first bytes of a file, at most `most`, in a folder that need not be there: what
 * cannot be read, for whatever reason, is the empty text, and nothing ends the program. For a look
 * at a file that will be read in earnest later.
 */
struct str fs_peek(struct arena *arena, struct str folder, struct str path, size_t most);

/* Copies a path to `buffer` as a C string, and returns that. Too long a path ends the program. */
struct fs_name {
    char text[4096]; /* Linux's PATH_MAX */
};
const char *fs_name(struct fs_name *buffer, struct str path);

/* True if the kernel itself keeps paths inside their root (openat2). */
bool fs_kernel_guards(void);

/*
 * For base/fs_….c: openat(), but inside the root, which returns a
 * descriptor, or -1 with errno; opens an ordinary file and stores its size, or returns why there is
 * none; the same of a folder; reads up to `size` bytes or the end, and returns how many there were,
 * or -1 with errno; the kind that stat() tells by its mode.
 */
int fs_open_beneath(const struct fs_root *root, const char *path, int flags, unsigned mode);
enum fs_status fs_open_file(const struct fs_root *root, const char *name, int *fd, size_t *size);
enum fs_status fs_open_folder(const struct fs_root *root, const char *name, int *fd);
ssize_t fs_read_bytes(int fd, char *bytes, size_t size);
enum fs_kind fs_kind_of_mode(mode_t mode);

#endif
