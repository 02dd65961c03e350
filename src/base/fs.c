#include "base/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/confine.h"
#include "base/die.h"
#include "base/fs_names.h"
#include "base/fs_place.h"
#include "base/vec.h"

const char *fs_name(struct fs_name *buffer, struct str path)
{
    if (path.len >= sizeof buffer->text)
        die(SAID("stien er for lang: %.*s …", "the path is too long: %.*s …"), 200, path.ptr);
    if (path.len)
        memcpy(buffer->text, path.ptr, path.len);
    buffer->text[path.len] = '\0';
    return buffer->text;
}

struct fs_root fs_root_open(struct arena *arena, struct str path)
{
    struct fs_root root;
    if (!fs_root_try(arena, path, &root))
        die_errno(SAID("kan ikke åpne mappen %s", "cannot open the folder %s"), root.path.ptr);
    return root;
}

bool fs_root_try(struct arena *arena, struct str path, struct fs_root *root)
{
    *root = (struct fs_root){.path = str_copy(arena, path)};
    root->fd = open(root->path.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root->fd < 0 && errno != ENOENT && errno != ENOTDIR)
        die_errno(SAID("kan ikke åpne mappen %s", "cannot open the folder %s"), root->path.ptr);
    return root->fd >= 0;
}

bool fs_root_is_there(const struct fs_root *root)
{
    struct stat open, named;
    struct fs_name buffer;
    return fstat(root->fd, &open) == 0 && stat(fs_name(&buffer, root->path), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

void fs_root_keep_to_mount(struct fs_root *root)
{
    root->one_mount = true;
    root->mount = fs_mount_of(root->fd);
}

void fs_root_open_to_all(struct fs_root *root)
{
    root->common = true;
}

void fs_root_forgive(struct fs_root *root)
{
    root->forgiving = true;
}

void fs_root_close(struct fs_root *root)
{
    if (root->fd >= 0)
        close(root->fd);
    root->fd = -1;
}

/* True if all parts of a path are names: openat2 itself would accept `a/../b`. */
static bool has_plain_parts(const char *path)
{
    if (strcmp(path, ".") == 0)
        return true;
    for (struct str rest = str_of(path), part; str_cut(&rest, '/', &part);)
        if (part.len == 0 || part.len > NAME_MAX || str_eq(part, STR(".")) ||
            str_eq(part, STR("..")))
            return false;
    return true;
}

static bool is_symlink(int folder, const char *name)
{
    struct stat info;
    return fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
}

/* What RESOLVE_NO_XDEV does: keeps what has been opened only if it lies on the root's mount. */
static int keep_to_mount(const struct fs_root *root, int fd)
{
    if (fd < 0 || !root->one_mount || fs_mount_of(fd) == root->mount)
        return fd;
    close(fd);
    errno = EXDEV;
    return -1;
}

/*
 * For kernels before 5.6 and sandboxes that refuse openat2: opens each part in the
 * folder before it, and follows no link. Errors are those that openat2 would give.
 */
static int open_by_parts(const struct fs_root *root, const char *path, int flags, unsigned mode)
{
    int at = fcntl(root->fd, F_DUPFD_CLOEXEC, 0);
    while (at >= 0) {
        const char *slash = strchr(path, '/');
        char part[NAME_MAX + 1];
        size_t len = slash ? (size_t)(slash - path) : strlen(path);
        memcpy(part, path, len);
        part[len] = '\0';
        int next = slash ? openat(at, part, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                         : openat(at, part, flags | O_NOFOLLOW | O_CLOEXEC, mode);
        next = keep_to_mount(root, next);
        int reason = next < 0 && errno == ENOTDIR && is_symlink(at, part) ? ELOOP : errno;
        close(at);
        errno = reason;
        if (!slash)
            return next;
        at = next;
        path = slash + 1;
    }
    return -1;
}

int fs_open_beneath(const struct fs_root *root, const char *path, int flags, unsigned mode)
{
    struct open_how how = {
        .flags = (unsigned)(flags | O_CLOEXEC),
        .mode = mode,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS |
                   (root->one_mount ? RESOLVE_NO_XDEV : 0),
    };
    if (!has_plain_parts(path)) {
        errno = EXDEV;
        return -1;
    }
    int fd;
    do
        fd = (int)syscall(SYS_openat2, root->fd, path, &how, sizeof how);
    while (fd < 0 && (errno == EINTR || errno == EAGAIN));
    if (fd < 0 && (errno == ENOSYS || errno == EPERM))
        fd = open_by_parts(root, path, flags, mode);
    return fd;
}

bool fs_root_allow(const struct fs_root *root, struct str path, struct confine *confine,
                   unsigned uses)
{
    struct fs_name buffer;
    int fd = fs_open_beneath(root, fs_name(&buffer, path), O_PATH | O_NOFOLLOW, 0);
    if (fd < 0)
        return false;
    confine_allow(confine, fd, uses);
    close(fd);
    return true;
}

/* Errors that an author can cause by what lies in the content; all others are the machine's. */
static bool is_missing(int reason)
{
    return reason == ENOENT || reason == ENOTDIR;
}

static bool is_not_a_file(int reason)
{
    return reason == ELOOP || reason == EXDEV || reason == ENXIO || reason == ENODEV;
}

bool fs_root_below(const struct fs_root *root, struct str path, struct arena *arena,
                   struct fs_root *below)
{
    struct str full = STR_JOIN(arena, root->path, STR("/"), path);
    int fd = fs_open_beneath(root, str_c(arena, path), O_RDONLY | O_DIRECTORY, 0);
    *below = *root;
    below->fd = fd;
    below->path = full;
    if (fd < 0 && !is_missing(errno) && !is_not_a_file(errno))
        die_errno(SAID("kan ikke åpne mappen %s", "cannot open the folder %s"), full.ptr);
    return fd >= 0;
}

static bool is_elsewhere(const struct fs_root *root, int reason)
{
    return root->one_mount && reason == EXDEV;
}

enum fs_kind fs_kind_of_mode(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return FS_FILE;
    case S_IFDIR: return FS_FOLDER;
    case S_IFLNK: return FS_LINK;
    default: return FS_OTHER;
    }
}

bool fs_kind_of(const struct fs_root *root, struct str path, enum fs_kind *kind)
{
    struct fs_name buffer;
    struct stat info;
    int fd = fs_open_beneath(root, fs_name(&buffer, path), O_PATH | O_NOFOLLOW, 0);
    *kind = FS_MOUNT;
    if (fd < 0 && is_elsewhere(root, errno))
        return true;
    if (fd < 0 && (is_missing(errno) || is_not_a_file(errno)))
        return false;
    *kind = FS_CLOSED;
    if (fd < 0 && root->forgiving)
        return true;
    if (fd < 0 || fstat(fd, &info) != 0)
        die_errno(SAID("får ikke opplysninger om %s/%s", "cannot look at %s/%s"), root->path.ptr,
                  buffer.text);
    close(fd);
    *kind = fs_kind_of_mode(info.st_mode);
    return true;
}

enum fs_status fs_open_folder(const struct fs_root *root, const char *name, int *fd)
{
    *fd = fs_open_beneath(root, name, O_RDONLY | O_DIRECTORY, 0);
    if (*fd >= 0)
        return FS_OK;
    if (is_elsewhere(root, errno))
        return FS_ELSEWHERE;
    if (is_missing(errno) || is_not_a_file(errno))
        return FS_MISSING;
    if (root->forgiving || errno == ENAMETOOLONG)
        return FS_REFUSED;
    die_errno(SAID("kan ikke lese mappen %s/%s", "cannot read the folder %s/%s"), root->path.ptr,
              name);
}

ssize_t fs_read_bytes(int fd, char *bytes, size_t size)
{
    size_t have = 0;
    while (have < size) {
        ssize_t got = read(fd, bytes + have, size - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        have += (size_t)got;
    }
    return (ssize_t)have;
}

enum fs_status fs_open_file(const struct fs_root *root, const char *name, int *fd, size_t *size)
{
    /* O_NONBLOCK: a FIFO in the content must not make the build wait for a writer. */
    *fd = fs_open_beneath(root, name, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
    if (*fd < 0 && is_missing(errno))
        return FS_MISSING;
    if (*fd < 0 && is_elsewhere(root, errno))
        return FS_ELSEWHERE;
    if (*fd < 0 && is_not_a_file(errno))
        return FS_NOT_A_FILE;
    if (*fd < 0 && root->forgiving)
        return FS_REFUSED;
    struct stat info;
    if (*fd < 0 || fstat(*fd, &info) != 0)
        die_errno(SAID("kan ikke åpne %s/%s", "cannot open %s/%s"), root->path.ptr, name);
    *size = (size_t)info.st_size;
    if (S_ISREG(info.st_mode))
        return FS_OK;
    close(*fd);
    return FS_NOT_A_FILE;
}

enum fs_status fs_size(const struct fs_root *root, struct str path, size_t *size)
{
    struct fs_name buffer;
    int fd;
    enum fs_status status = fs_open_file(root, fs_name(&buffer, path), &fd, size);
    if (status == FS_OK)
        close(fd);
    return status;
}

enum fs_status fs_check_readable(const struct fs_root *root, struct str path, size_t limit)
{
    size_t size;
    enum fs_status status = fs_size(root, path, &size);
    return status == FS_OK && size > limit ? FS_TOO_LARGE : status;
}

enum fs_status fs_read(const struct fs_root *root, struct str path, size_t limit,
                       struct arena *arena, struct str *text)
{
    const char *name = str_c(arena, path);
    int fd;
    size_t size;
    enum fs_status status = fs_open_file(root, name, &fd, &size);
    if (status != FS_OK)
        return status;
    if (size > limit) {
        close(fd);
        return FS_TOO_LARGE;
    }
    /* We ask for one byte more than the size, to notice a file that has grown since. */
    size_t most = size + 1;
    char *bytes = arena_text(arena, most);
    ssize_t len = fs_read_bytes(fd, bytes, most);
    if (len < 0 && !root->forgiving)
        die_errno(SAID("kan ikke lese %s/%s", "cannot read %s/%s"), root->path.ptr, name);
    close(fd);
    bool whole = len >= 0 && (size_t)len < most;
    if (!whole && root->forgiving)
        return FS_REFUSED;
    if (!whole)
        die(SAID("%s/%s ble endret mens den ble lest; prøv igjen",
                 "%s/%s was changed while it was read; try again"),
            root->path.ptr, name);
    *text = (struct str){bytes, (size_t)len};
    return FS_OK;
}

/* Returns the first bytes of what is open, if it is an ordinary file. */
static struct str first_bytes(struct arena *arena, int fd, size_t most)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        return STR("");
    char *bytes = arena_text(arena, most);
    ssize_t len = fs_read_bytes(fd, bytes, most);
    return (struct str){bytes, len > 0 ? (size_t)len : 0};
}

struct str fs_peek(struct arena *arena, struct str folder, struct str path, size_t most)
{
    struct str text = STR("");
    struct fs_root root = {.fd = open(str_c(arena, folder), O_PATH | O_DIRECTORY | O_CLOEXEC)};
    int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY;
    int fd = root.fd < 0 ? -1 : fs_open_beneath(&root, str_c(arena, path), flags, 0);
    if (fd >= 0) {
        text = first_bytes(arena, fd, most);
        close(fd);
    }
    fs_root_close(&root);
    return text;
}

bool fs_kernel_guards(void)
{
    struct open_how how = {.flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_BENEATH};
    int fd = (int)syscall(SYS_openat2, AT_FDCWD, ".", &how, sizeof how);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}
