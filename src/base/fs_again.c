#include "base/fs_again.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs_names.h"

static struct fs_again_folder *inmost_folder(struct fs_again *again)
{
    return again->depth ? &again->folders[again->depth - 1] : NULL;
}

static bool leave(struct fs_again *again)
{
    const struct fs_again_folder *folder = inmost_folder(again);
    close(folder->fd);
    again->depth--;
    return folder->there == SIZE_MAX || folder->there == folder->told;
}

/* Leaves the folders that a path does not lie in, and counts its name in the one that it does. */
static bool come_to(struct fs_again *again, struct str path)
{
    while (again->depth && !str_starts(path, inmost_folder(again)->path))
        if (!leave(again))
            return false;
    if (again->depth)
        inmost_folder(again)->told++;
    return true;
}

/* Returns how many names there are; SIZE_MAX - 1, which none has been told, if it cannot be read.
 */
static size_t count_names(const struct fs_again *again, int fd, struct str path)
{
    struct fs_names names;
    size_t count = 0;
    fs_names_of(&names, fd);
    for (const struct dirent64 *found; (found = fs_names_next(&names));)
        count += !again->left_out(path, str_of(found->d_name));
    return errno == 0 ? count : SIZE_MAX - 1;
}

void fs_again_begin(struct fs_again *again, const struct fs_root *root, fs_left_out *left_out)
{
    again->root = root;
    again->left_out = left_out;
    again->depth = 0;
}

bool fs_again_folder(struct fs_again *again, struct str path, struct fs_stamp *stamp)
{
    struct fs_again_folder folder = {.path = path, .there = SIZE_MAX};
    const char *name = path.len ? fs_name(&again->name, str_slice(path, 0, path.len - 1)) : ".";
    if (!come_to(again, path) || again->depth == FS_AGAIN_DEPTH ||
        fs_open_folder(again->root, name, &folder.fd) != FS_OK)
        return false;
    struct fs_stamp before = *stamp;
    *stamp = fs_stamp_of_folder(folder.fd);
    if (!fs_stamp_is_known(&before) || !fs_stamp_eq(&before, stamp))
        folder.there = count_names(again, folder.fd, path);
    again->folders[again->depth++] = folder;
    return true;
}

bool fs_again_file(struct fs_again *again, struct str path, struct fs_stamp *stamp)
{
    struct stat info;
    if (!come_to(again, path) || !again->depth)
        return false;
    if (!stamp)
        return true;
    const struct fs_again_folder *folder = inmost_folder(again);
    const char *name = fs_name(&again->name, str_from(path, folder->path.len));
    if (fstatat(folder->fd, name, &info, AT_SYMLINK_NOFOLLOW) != 0 || S_ISDIR(info.st_mode))
        return false;
    *stamp = fs_stamp_of(&info);
    return true;
}

bool fs_again_end(struct fs_again *again)
{
    bool same = true;
    while (again->depth)
        same = leave(again) && same;
    return same;
}
