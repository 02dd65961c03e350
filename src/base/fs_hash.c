#include "base/fs_hash.h"

#include <unistd.h>

#include "base/die.h"

enum fs_status fs_hash(const struct fs_root *root, struct str path, struct hash *hash)
{
    enum { PIECE = 64 * 1024 };
    char bytes[PIECE];
    struct fs_name buffer;
    const char *name = fs_name(&buffer, path);
    size_t size;
    int fd;
    enum fs_status status = fs_open_file(root, name, &fd, &size);
    if (status != FS_OK)
        return status;
    struct hashing *hashing = hash_begin();
    ssize_t len;
    while ((len = fs_read_bytes(fd, bytes, sizeof bytes)) > 0)
        hash_append(hashing, (struct str){bytes, (size_t)len});
    if (len < 0)
        die_errno(SAID("kan ikke lese %s/%s", "cannot read %s/%s"), root->path.ptr, name);
    close(fd);
    *hash = hash_end(hashing);
    return FS_OK;
}
