#include "base/fs_place.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"

/* ---- on which mount ---- */

/* Linux 5.8. */
static bool ask_statx(int fd, uint64_t *mount)
{
#ifdef STATX_MNT_ID
    struct statx info;
    if (statx(fd, "", AT_EMPTY_PATH, STATX_MNT_ID, &info) == 0 && info.stx_mask & STATX_MNT_ID) {
        *mount = info.stx_mnt_id;
        return true;
    }
#endif
    (void)fd;
    (void)mount;
    return false;
}

/* proc(5): the line «mnt_id:», Linux 3.15. */
static bool ask_proc(int fd, uint64_t *mount)
{
    char text[512], *line;
    snprintf(text, sizeof text, "/proc/self/fdinfo/%d", fd);
    int file = open(text, O_RDONLY | O_CLOEXEC);
    ssize_t len = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0)
        close(file);
    text[len > 0 ? len : 0] = '\0';
    line = strstr(text, "mnt_id:");
    if (line)
        *mount = strtoull(line + strlen("mnt_id:"), NULL, 10);
    return line;
}

uint64_t fs_mount_of(int fd)
{
    uint64_t mount;
    struct stat info;
    if (ask_statx(fd, &mount) || ask_proc(fd, &mount))
        return mount;
    if (fstat(fd, &info) != 0)
        die_errno(SAID("kan ikke finne ut hvilket filsystem en mappe ligger på",
                       "cannot see which file system a folder lies on"));
    return info.st_dev;
}

/* ---- inside which folder ---- */

struct str fs_program_folder(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    if (len <= 0 || (size_t)len == sizeof path || path[0] != '/')
        return (struct str){0};
    return str_copy(arena, str_folder((struct str){path, (size_t)len}));
}

enum { AS_A_PLACE = O_PATH | O_DIRECTORY | O_CLOEXEC };

static _Noreturn void place_fail(struct str path)
{
    die_errno(SAID("kan ikke finne ut hvor %.*s ligger", "cannot see where %.*s is"),
              STR_ARG(path));
}

/* Opens a folder; -1 if there is none. */
static int open_place(struct str path)
{
    char name[PATH_MAX];
    bool fits = path.len < sizeof name;
    snprintf(name, sizeof name, "%.*s", STR_ARG(path));
    int fd = fits ? open(name, AS_A_PLACE) : -1;
    if (!fits)
        errno = ENAMETOOLONG;
    if (fd < 0 && errno != ENOENT && errno != ENOTDIR)
        place_fail(path);
    return fd;
}

static bool same_place(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static struct stat place_of_fd(int fd, struct str path)
{
    struct stat place;
    if (fstat(fd, &place) != 0)
        place_fail(path);
    return place;
}

/* Goes up from `fd`, which it closes, to the top. */
static bool passes(int fd, struct str path, const struct stat *outer)
{
    for (struct stat here, before = {0};; before = here) {
        here = place_of_fd(fd, path);
        bool found = same_place(&here, outer), top = same_place(&here, &before);
        int up = found || top ? -1 : openat(fd, "..", AS_A_PLACE);
        if (!found && !top && up < 0)
            place_fail(path);
        close(fd);
        if (up < 0)
            return found;
        fd = up;
    }
}

static struct str without_slashes(struct str path)
{
    while (path.len > 1 && path.ptr[path.len - 1] == '/')
        path.len--;
    return path;
}

struct str fs_folder_of(struct str path)
{
    struct str folder = str_folder(without_slashes(path));
    return folder.len ? folder : path.len && path.ptr[0] == '/' ? STR("/") : STR(".");
}

/* ---- by which path ---- */

/* Returns the path without links and dots, or the absent str when there is nothing. */
static struct str resolved(struct arena *arena, struct str path)
{
    char *real = realpath(str_c(arena, path), NULL);
    struct str copy = real ? str_copy(arena, str_of(real)) : (struct str){0};
    free(real);
    return copy;
}

/* The same, but a link at the end stays what it is. */
static struct str resolved_to_last(struct arena *arena, struct str path)
{
    struct stat info;
    struct str name = str_name(without_slashes(path));
    if (name.len == 0 || str_eq(name, STR("/")) || str_eq(name, STR(".")) ||
        str_eq(name, STR("..")))
        return resolved(arena, path);
    struct str folder = resolved(arena, fs_folder_of(path));
    struct str last = STR_JOIN(arena, str_eq(folder, STR("/")) ? STR("") : folder, STR("/"), name);
    return folder.ptr && lstat(str_c(arena, last), &info) == 0 ? last : (struct str){0};
}

bool fs_path_within(struct arena *arena, struct str path, struct str outer, struct str *within)
{
    struct str inner = resolved_to_last(arena, path), top = resolved(arena, outer);
    if (!inner.ptr || !top.ptr || !str_starts(inner, top))
        return false;
    *within = str_from(inner, str_eq(top, STR("/")) ? 0 : top.len);
    if (within->len == 0)
        return true;
    bool below = within->ptr[0] == '/';
    *within = str_from(*within, 1);
    return below;
}

/* ---- inside which folder, to be made or there ---- */

/* Whether two that are both still to be made will be one. */
static bool will_be_same(struct str inner, struct str outer)
{
    int in = open_place(fs_folder_of(inner)), out = open_place(fs_folder_of(outer));
    bool same = in >= 0 && out >= 0 &&
                str_eq(str_name(without_slashes(inner)), str_name(without_slashes(outer)));
    if (same) {
        struct stat in_place = place_of_fd(in, inner), out_place = place_of_fd(out, outer);
        same = same_place(&in_place, &out_place);
    }
    if (in >= 0)
        close(in);
    if (out >= 0)
        close(out);
    return same;
}

bool fs_is_within(struct str inner, struct str outer)
{
    int out = open_place(outer), in = open_place(inner);
    if (out < 0) {
        if (in >= 0)
            close(in);
        return in < 0 && will_be_same(inner, outer);
    }
    struct stat place = place_of_fd(out, outer);
    close(out);
    if (in < 0)
        in = open_place(fs_folder_of(inner));
    return in >= 0 && passes(in, inner, &place);
}
