#ifndef BASE_FS_H
#define BASE_FS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * Reading files. Together with base/fs_write.h this is the only file I/O of
 * the program.
 *
 * Everything is opened below a root, a folder that is held open: a path is
 * relative, and no part of it may be `..`, a link or leave the root. The kernel
 * sees to that (openat2 with RESOLVE_BENEATH and RESOLVE_NO_SYMLINKS); a kernel
 * without openat2 gets the same answers from a walk part by part.
 *
 * A file that is missing or is no ordinary file is an answer, for content may
 * be anything. What the machine refuses (permission, I/O error) ends the
 * program with the path.
 */
struct fs_root {
    int fd;
    struct str path; /* for messages */
};

/* Ends the program when there is no such folder. */
struct fs_root fs_root_open(struct arena *arena, struct str path);
/* The same, but false when it is missing or is no folder. */
bool fs_root_try(struct arena *arena, struct str path, struct fs_root *root);
/* A folder below a root; false when it is missing. */
bool fs_root_below(const struct fs_root *root, struct str path, struct arena *arena,
                   struct fs_root *below);
void fs_root_close(struct fs_root *root);

enum fs_kind { FS_FILE, FS_FOLDER, FS_LINK, FS_OTHER };

struct fs_entry {
    struct str path; /* from the root, with `/` */
    enum fs_kind kind;
};

struct fs_list {
    struct fs_entry *items;
    size_t len, cap;
};

/*
 * Everything below `under` ("" for the root itself), folders left out, sorted
 * by the bytes of the path. Names that begin with a dot are left out unless
 * `dotted`. A missing folder gives an empty list. A folder that lies too deep
 * is listed itself, and not looked into.
 */
void fs_walk(const struct fs_root *root, struct str under, bool dotted, struct arena *arena,
             struct fs_list *list);

/*
 * The same with names that begin with a dot, and with the folders themselves.
 * One that lies too deep ends the program: nothing of it may be overlooked.
 */
void fs_walk_all(const struct fs_root *root, struct str under, struct arena *arena,
                 struct fs_list *list);

/*
 * Stores what stands at a path, links not followed; false when nothing does. May
 * be called from any thread.
 */
bool fs_kind_of(const struct fs_root *root, struct str path, enum fs_kind *kind);

enum fs_status { FS_OK, FS_MISSING, FS_NOT_A_FILE, FS_TOO_LARGE, FS_DIFFERENT };

/* Returns what fs_read() would, without reading: FS_OK for a file of at most `limit` bytes. */
enum fs_status fs_check_readable(const struct fs_root *root, struct str path, size_t limit);

/* Stores how many bytes an ordinary file has. May be called from any thread. */
enum fs_status fs_size(const struct fs_root *root, struct str path, size_t *size);

/* The whole file, at most `limit` bytes of it. */
enum fs_status fs_read(const struct fs_root *root, struct str path, size_t limit,
                       struct arena *arena, struct str *text);

/*
 * Whether a file holds exactly these bytes: FS_OK or FS_DIFFERENT, or why there
 * are none to compare. From any thread; reads no further than it must.
 */
enum fs_status fs_compare(const struct fs_root *root, struct str path, struct str bytes);

/* A path as libc wants it, without an arena; one that is too long ends the program. */
struct fs_name {
    char text[4096]; /* Linux's PATH_MAX */
};
const char *fs_name(struct fs_name *buffer, struct str path);

/*
 * Whether `inner` is the folder `outer` or lies below it, links resolved. Either
 * may be still to be made, but not the folder it is to lie in.
 */
bool fs_is_within(struct str inner, struct str outer);

/* Whether the kernel itself keeps paths inside their root (openat2). */
bool fs_kernel_guards(void);

/* For the writing side: a descriptor as openat() gives, or -1 with errno, inside the root. */
int fs_open_beneath(const struct fs_root *root, const char *path, int flags, unsigned mode);

#endif
