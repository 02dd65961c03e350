#ifndef BASE_FS_NAMES_H
#define BASE_FS_NAMES_H

#include <dirent.h>
#include <stddef.h>

/*
 * The names in a folder, in no order, without `.` and `..`. Half the system calls of
 * opendir(), which asks about the descriptor first.
 *
 *     struct fs_names names;
 *     fs_names_of(&names, fd);
 *     while ((found = fs_names_next(&names)))
 *         … found->d_name, found->d_type …   // valid until the next call
 *     if (errno) …                           // it could not be read
 *
 * The descriptor is the caller's, and stands at the start of the folder.
 */
struct fs_names {
    int fd;
    size_t at, len; /* in the bytes: the next name, and their end */
    _Alignas(struct dirent64) char bytes[16 * 1024];
};

void fs_names_of(struct fs_names *names, int fd);

/* Returns the next entry, or NULL with errno, which is 0 when there are no more. */
const struct dirent64 *fs_names_next(struct fs_names *names);

#endif
