#include "base/fs_names.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/types.h>

void fs_names_of(struct fs_names *names, int fd)
{
    names->fd = fd;
    names->at = names->len = 0;
}

static bool names_fill(struct fs_names *names)
{
    ssize_t got;
    do
        got = getdents64(names->fd, names->bytes, sizeof names->bytes);
    while (got < 0 && errno == EINTR);
    names->at = 0;
    names->len = got < 0 ? 0 : (size_t)got;
    if (got == 0 || (got < 0 && errno == ENOENT)) /* the folder itself has been removed */
        errno = 0;
    return got > 0;
}

const struct dirent64 *fs_names_next(struct fs_names *names)
{
    while (names->at < names->len || names_fill(names)) {
        const void *place = names->bytes + names->at;
        const struct dirent64 *found = place;
        names->at += found->d_reclen;
        if (strcmp(found->d_name, ".") != 0 && strcmp(found->d_name, "..") != 0)
            return found;
    }
    return NULL;
}
