#include "base/fs_pieces.h"

#include <errno.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"

enum fs_status fs_pieces_open(struct fs_pieces *file, const struct fs_root *root, struct str path)
{
    struct fs_name buffer;
    *file = (struct fs_pieces){.root = root, .path = path};
    return fs_open_file(root, fs_name(&buffer, path), &file->fd, &file->size);
}

bool fs_pieces_put(const struct fs_pieces *file, struct buf *out, size_t at, size_t len)
{
    char *room = at <= file->size && len <= file->size - at ? buf_room(out, len) : NULL;
    size_t have = 0;
    while (room && have < len) {
        ssize_t got = pread(file->fd, room + have, len - have, (off_t)(at + have));
        if (got < 0 && errno != EINTR)
            die_errno(SAID("kan ikke lese %s/%.*s", "cannot read %s/%.*s"), file->root->path.ptr,
                      STR_ARG(file->path));
        if (got == 0)
            return false;
        have += got > 0 ? (size_t)got : 0;
    }
    out->len += have;
    return room;
}

void fs_pieces_close(struct fs_pieces *file)
{
    close(file->fd);
}
