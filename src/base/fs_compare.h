#ifndef BASE_FS_COMPARE_H
#define BASE_FS_COMPARE_H

#include "base/fs.h"

/*
 * Compares a file with bytes that come piece by piece; a part of base/fs.h.
 *
 *     struct fs_comparison with;
 *     if (fs_compare_begin(&with, &root, path) == FS_OK) {
 *         same = fs_compare_next(&with, piece);    // for each piece, while they are the file's
 *         same = same && fs_compare_is_at_end(&with);
 *         fs_compare_end(&with);
 *     }
 *
 * Reads no further than it must. May be used from any thread; the root must stay open.
 */
struct fs_comparison {
    const struct fs_root *root;
    struct str path;
    int fd;
    size_t left; /* bytes of the file that nothing has been compared with */
};

/* Opens the file, or returns why there is none to compare with. */
enum fs_status fs_compare_begin(struct fs_comparison *with, const struct fs_root *root,
                                struct str path);

/* Returns whether the file goes on with these bytes. After a false nothing more can be compared. */
bool fs_compare_next(struct fs_comparison *with, struct str bytes);

/* Returns whether the file has no more bytes than were compared. */
bool fs_compare_is_at_end(const struct fs_comparison *with);

/* Closes the file, after fs_compare_begin() has returned FS_OK. */
void fs_compare_end(struct fs_comparison *with);

#endif
