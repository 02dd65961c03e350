#ifndef BASE_FS_WALK_H
#define BASE_FS_WALK_H

#include "base/fs.h"
#include "base/fs_stamp.h"

/*
 * What lies in a folder; a part of base/fs.h.
 *
 *     struct fs_list list = {0};
 *     fs_walk(&root, STR("content"), 0, &arena, &list);
 *     … list.items[0].path …
 */
struct fs_entry {
    struct str path; /* from the root, with `/` */
    enum fs_kind kind;
    struct fs_stamp stamp; /* with FS_STAMPED and FS_FOLDERS */
};

struct fs_list {
    struct fs_entry *items;
    size_t len, cap;
};

enum fs_walk_how {
    FS_DOTTED = 1 << 0,  /* also names that begin with a dot */
    FS_STAMPED = 1 << 1, /* with the stamp of each file */
    FS_FOLDERS = 1 << 2, /* also the folders, for base/fs_again.h */
};

/*
 * Lists everything below `under` ("" for the root itself) except folders, sorted by
 * the bytes of the path. A missing folder gives an empty list. A folder that lies too deep is
 * listed itself, and what is in it is not. What has a path that is too long to be opened is
 * FS_CLOSED, and so is a folder that a forgiving root does not let us list.
 *
 * With FS_FOLDERS each folder that was listed, `under` itself, too, is there with a `/` at the end
 * of its path, and with the stamp that it had before (fs_stamp_of_folder()).
 */
void fs_walk(const struct fs_root *root, struct str under, unsigned how, struct arena *arena,
             struct fs_list *list);

/*
 * The same, but with names that begin with a dot and with the folders themselves. A
 * folder that lies too deep ends the program, for the caller must not miss anything.
 */
void fs_walk_all(const struct fs_root *root, struct str under, unsigned how, struct arena *arena,
                 struct fs_list *list);

/*
 * Shows each folder that fs_walk() would look into, `under` itself first: its descriptor, which is
 * open during the call, and that before it is listed. What is put into it from then on may be
 * missed here, and is there for whoever asked the system to be told of it.
 */
typedef void fs_visit(void *context, int fd);
void fs_walk_folders(const struct fs_root *root, struct str under, fs_visit *visit, void *context);

/* Returns the entry at a path in a list that was walked, or NULL. */
const struct fs_entry *fs_list_find(const struct fs_list *list, struct str path);

/*
 * Returns a name in the root itself that does not begin with a dot, the first by its bytes; the
 * absent str if there is none.
 */
struct str fs_first_name(const struct fs_root *root, struct arena *arena);

#endif
