#ifndef BASE_FS_PIECES_H
#define BASE_FS_PIECES_H

#include "base/fs.h"

struct buf;

/*
 * Reads pieces of a file, wherever in it they are; a part of base/fs.h.
 *
 *     struct fs_pieces file;
 *     if (fs_pieces_open(&file, &root, path) == FS_OK) {
 *         fs_pieces_put(&file, &out, at, len)      // from any thread, any number of times
 *         fs_pieces_close(&file);
 *     }
 *
 * The root must stay open meanwhile.
 */
struct fs_pieces {
    const struct fs_root *root;
    struct str path;
    int fd;
    size_t size; /* of the file, when it was opened */
};

/* Opens the file, or returns why there is none. */
enum fs_status fs_pieces_open(struct fs_pieces *file, const struct fs_root *root, struct str path);

/* Appends a piece. False, and nothing is appended, if the file ends before. */
bool fs_pieces_put(const struct fs_pieces *file, struct buf *out, size_t at, size_t len);

/* Closes the file, after fs_pieces_open() has returned FS_OK. */
void fs_pieces_close(struct fs_pieces *file);

#endif
