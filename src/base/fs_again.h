#ifndef BASE_FS_AGAIN_H
#define BASE_FS_AGAIN_H

#include "base/fs.h"
#include "base/fs_stamp.h"

/*
 * A second look at what lay in a folder. A folder whose own stamp is what it was has the same names
 * in it, and is not listed; only the stamps of its files are asked for. Another one is listed, and
 * then it must have as many names as are told of it here: since each of these is there, they are
 * the same.
 *
 * The names are told in the order of fs_walk() with FS_FOLDERS: by path, that of a folder ending
 * with `/` ("" for the root itself), so that all that lies in a folder comes right after it.
 *
 *     struct fs_again again;
 *     fs_again_begin(&again, &root, left_out);
 *     fs_again_folder(&again, STR("a/"), &stamp);     // false: there is no such folder
 *     fs_again_file(&again, STR("a/b.md"), &stamp);   // false: there is no such file
 *     fs_again_end(&again);                           // false: there are other names, too
 *
 * After a false nothing else need be told, but fs_again_end() is due.
 */
typedef bool fs_left_out(struct str folder, struct str name); /* whether a name does not count */

enum { FS_AGAIN_DEPTH = 64 }; /* no folder is deeper: it would not have been walked */

struct fs_again {
    const struct fs_root *root;
    fs_left_out *left_out;
    struct fs_name name; /* of who is asked: one for all, since what is on the stack is cleared */
    size_t depth;
    struct fs_again_folder {
        int fd;
        struct str path;
        size_t told, there;    /* how many names; if it was not listed, SIZE_MAX are there */
    } folders[FS_AGAIN_DEPTH]; /* inside each other */
};

void fs_again_begin(struct fs_again *again, const struct fs_root *root, fs_left_out *left_out);

/* `stamp` is what the folder had then, all zero if that is not known, and becomes what it has. */
bool fs_again_folder(struct fs_again *again, struct str path, struct fs_stamp *stamp);

/* Stores the stamp; with NULL the name counts, and the file is not asked. */
bool fs_again_file(struct fs_again *again, struct str path, struct fs_stamp *stamp);

bool fs_again_end(struct fs_again *again);

/* Whether a path in such an order is that of a folder. */
static inline bool fs_path_is_folder(struct str path)
{
    return path.len == 0 || path.ptr[path.len - 1] == '/';
}

#endif
