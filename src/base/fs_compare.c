#include "base/fs_compare.h"

#include <string.h>
#include <unistd.h>

#include "base/die.h"

enum fs_status fs_compare_begin(struct fs_comparison *with, const struct fs_root *root,
                                struct str path)
{
    struct fs_name buffer;
    *with = (struct fs_comparison){.root = root, .path = path};
    return fs_open_file(root, fs_name(&buffer, path), &with->fd, &with->left);
}

bool fs_compare_next(struct fs_comparison *with, struct str bytes)
{
    bool same = bytes.len <= with->left;
    while (same && bytes.len) {
        char piece[16 * 1024];
        size_t most = bytes.len < sizeof piece ? bytes.len : sizeof piece;
        ssize_t got = fs_read_bytes(with->fd, piece, most);
        if (got < 0)
            die_errno(SAID("kan ikke lese %s/%.*s", "cannot read %s/%.*s"), with->root->path.ptr,
                      STR_ARG(with->path));
        same = got > 0 && memcmp(piece, bytes.ptr, (size_t)got) == 0;
        bytes = str_from(bytes, (size_t)got);
        with->left -= (size_t)got;
    }
    return same;
}

bool fs_compare_is_at_end(const struct fs_comparison *with)
{
    return with->left == 0;
}

void fs_compare_end(struct fs_comparison *with)
{
    close(with->fd);
}
