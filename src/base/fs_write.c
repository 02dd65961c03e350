#include "base/fs_write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/fs_compare.h"
#include "base/fs_names.h"

enum {
    FILE_MODE = 0666,
    PRIVATE_FILE_MODE = 0600,
    FOLDER_MODE = 0777,
    COMMON_FILE_MODE = 0644, /* fs_root_open_to_all() */
    COMMON_FOLDER_MODE = 0755,
    ALL_RIGHTS = 07777,
    REMOVE_DEPTH_MAX = 128
};

static bool is_unsupported(int reason)
{
    return reason == EINVAL || reason == ENOSYS || reason == EOPNOTSUPP;
}

/* What chmod returned: a file system that knows no rights is no failure. */
static bool is_mode_set(int status)
{
    return status == 0 || errno == EPERM || is_unsupported(errno);
}

bool fs_open_to_all(const struct fs_root *root, int fd)
{
    return !root->common || is_mode_set(fchmod(fd, COMMON_FILE_MODE));
}

struct fs_root fs_root_make(const struct fs_root *parent, struct str name, unsigned mode,
                            struct str path)
{
    struct fs_name buffer;
    struct fs_root root = *parent;
    root.fd = -1;
    root.path = path;
    bool made = mkdirat(parent->fd, fs_name(&buffer, name), mode) == 0;
    if (made || errno == EEXIST)
        root.fd = fs_open_beneath(parent, buffer.text, O_RDONLY | O_DIRECTORY, 0);
    if (root.fd < 0 || (made && parent->common && !is_mode_set(fchmod(root.fd, mode))))
        die_errno(SAID("kan ikke lage mappen %.*s", "cannot make the folder %.*s"), STR_ARG(path));
    return root;
}

/* Several threads may make the same folder: the second one gets EEXIST. */
static void make_folders(const struct fs_root *root, char *path)
{
    for (char *end = path;; *end++ = '/') {
        end = strchrnul(end, '/');
        bool last = *end == '\0';
        *end = '\0';
        bool made = mkdirat(root->fd, path, FOLDER_MODE) == 0;
        if ((!made && errno != EEXIST) ||
            (made && root->common && !is_mode_set(fchmodat(root->fd, path, COMMON_FOLDER_MODE, 0))))
            die_errno(SAID("kan ikke lage mappen %s/%s", "cannot make the folder %s/%s"),
                      root->path.ptr, path);
        if (last)
            return;
    }
}

void fs_make_folders(const struct fs_root *root, struct str path)
{
    struct fs_name buffer;
    fs_name(&buffer, path);
    make_folders(root, buffer.text);
}

static void make_parents(const struct fs_root *root, struct str path)
{
    struct str folder = str_folder(path);
    if (folder.len)
        fs_make_folders(root, folder);
}

bool fs_write_bytes(int fd, struct str bytes)
{
    while (bytes.len) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes = str_from(bytes, (size_t)put);
    }
    return true;
}

/* Linux has closed the file also when it was interrupted; a fault then shows in the sync. */
bool fs_close_written(int fd)
{
    return close(fd) == 0 || errno == EINTR;
}

bool fs_flush(int fd)
{
    int status;
    do
        status = fsync(fd);
    while (status != 0 && errno == EINTR);
    return status == 0;
}

static _Noreturn void writing_fail(const struct fs_writing *writing)
{
    die_errno(SAID("kan ikke skrive %s/%.*s", "cannot write %s/%.*s"), writing->root.path.ptr,
              STR_ARG(writing->path));
}

/* Most folders exist: they are made only when the file cannot be created without them. */
struct fs_writing fs_create_begin(const struct fs_root *root, struct str path)
{
    struct fs_name buffer;
    const char *name = fs_name(&buffer, path);
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
    int fd = fs_open_beneath(root, name, flags, FILE_MODE);
    if (fd < 0 && errno == ENOENT) {
        make_parents(root, path);
        fd = fs_open_beneath(root, name, flags, FILE_MODE);
    }
    if (fd < 0 || !fs_open_to_all(root, fd))
        die_errno(SAID("kan ikke lage %s/%s", "cannot make %s/%s"), root->path.ptr, name);
    return (struct fs_writing){*root, path, fd};
}

bool fs_put_private(const struct fs_root *root, struct str name, fs_next_piece *next, void *self)
{
    struct fs_name buffer;
    struct str piece;
    fs_remove(root, name);
    int fd = fs_open_beneath(root, fs_name(&buffer, name), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
                             PRIVATE_FILE_MODE);
    if (fd < 0)
        return false;
    bool written = true;
    while (written && next(self, &piece))
        written = fs_write_bytes(fd, piece);
    written = fs_close_written(fd) && written;
    if (!written)
        fs_remove(root, name);
    return written;
}

void fs_create_append(struct fs_writing *writing, struct str bytes)
{
    if (!fs_write_bytes(writing->fd, bytes))
        writing_fail(writing);
}

void fs_create_end(struct fs_writing *writing)
{
    if (!fs_close_written(writing->fd))
        writing_fail(writing);
}

void fs_create(const struct fs_root *root, struct str path, struct str bytes)
{
    struct fs_writing writing = fs_create_begin(root, path);
    fs_create_append(&writing, bytes);
    fs_create_end(&writing);
}

void fs_append(const struct fs_root *root, struct str path, struct str bytes)
{
    struct fs_name buffer;
    int flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW;
    struct fs_writing writing = {*root, path, -1};
    writing.fd = fs_open_beneath(root, fs_name(&buffer, path), flags, FILE_MODE);
    if (writing.fd < 0)
        die_errno(SAID("kan ikke åpne %s/%s", "cannot open %s/%s"), root->path.ptr, buffer.text);
    fs_create_append(&writing, bytes);
    fs_create_end(&writing);
}

/* Appends what comes next in an open file, at most `most` bytes; returns how many there were. */
static size_t append_from(struct fs_writing *writing, int source, size_t most,
                          const struct fs_root *from)
{
    char piece[64 * 1024];
    size_t done = 0;
    ssize_t got = 1;
    while (got > 0 && done < most) {
        size_t left = most - done;
        got = fs_read_bytes(source, piece, left < sizeof piece ? left : sizeof piece);
        if (got < 0)
            die_errno(SAID("kan ikke lese %s/%.*s", "cannot read %s/%.*s"), from->path.ptr,
                      STR_ARG(writing->path));
        fs_create_append(writing, (struct str){piece, (size_t)got});
        done += (size_t)got;
    }
    return done;
}

void fs_create_as_compared(struct fs_writing *writing, const struct fs_comparison *with, size_t len)
{
    if (lseek(with->fd, 0, SEEK_SET) != 0)
        die_errno(SAID("kan ikke lese %s/%.*s", "cannot read %s/%.*s"), with->root->path.ptr,
                  STR_ARG(with->path));
    if (append_from(writing, with->fd, len, with->root) != len)
        die(SAID("%s/%.*s ble endret mens den ble lest; prøv igjen",
                 "%s/%.*s was changed while it was read; try again"),
            with->root->path.ptr, STR_ARG(with->path));
}

bool fs_link(const struct fs_root *from, const struct fs_root *to, struct str path)
{
    struct fs_name buffer;
    const char *name = fs_name(&buffer, path);
    int status = linkat(from->fd, name, to->fd, name, 0);
    if (status != 0 && errno == ENOENT) {
        make_parents(to, path);
        status = linkat(from->fd, name, to->fd, name, 0);
    }
    if (status != 0 && errno != EXDEV && errno != EPERM && errno != EMLINK &&
        !is_unsupported(errno))
        die_errno(SAID("kan ikke lenke %s/%s inn i %s", "cannot link %s/%s into %s"),
                  from->path.ptr, name, to->path.ptr);
    return status == 0;
}

static void copy_link(const struct fs_root *from, const struct fs_root *to, const char *name)
{
    struct fs_name target;
    ssize_t len = readlinkat(from->fd, name, target.text, sizeof target.text - 1);
    if (len >= 0)
        target.text[len] = '\0';
    if (len < 0 || symlinkat(target.text, to->fd, name) != 0)
        die_errno(SAID("kan ikke kopiere %s/%s", "cannot copy %s/%s"), from->path.ptr, name);
}

static void copy_file(const struct fs_root *from, const struct fs_root *to, const char *name,
                      struct str path)
{
    struct stat info;
    int source = fs_open_beneath(from, name, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
    if (source < 0 || fstat(source, &info) != 0)
        die_errno(SAID("kan ikke åpne %s/%s", "cannot open %s/%s"), from->path.ptr, name);
    struct fs_writing copy = fs_create_begin(to, path);
    append_from(&copy, source, SIZE_MAX, from);
    close(source);
    struct timespec times[] = {info.st_atim, info.st_mtim};
    if (fchmod(copy.fd, info.st_mode & ALL_RIGHTS) != 0 || futimens(copy.fd, times) != 0)
        writing_fail(&copy);
    fs_create_end(&copy);
}

void fs_copy(const struct fs_root *from, const struct fs_root *to, struct str path,
             enum fs_kind kind)
{
    struct fs_name buffer;
    const char *name = fs_name(&buffer, path);
    make_parents(to, path);
    switch (kind) {
    case FS_FILE: copy_file(from, to, name, path); break;
    case FS_LINK: copy_link(from, to, name); break;
    case FS_FOLDER: /* the caller makes folders; devices and sockets cannot be copied */
    case FS_MOUNT:
    case FS_CLOSED:
    case FS_OTHER:
        die(SAID("kan ikke kopiere %s/%s: ikke en vanlig fil",
                 "cannot copy %s/%s: not an ordinary file"),
            from->path.ptr, name);
    }
}

void fs_copy_mode(const struct fs_root *from, struct str from_path, const struct fs_root *to,
                  struct str to_path)
{
    struct fs_name buffer;
    struct stat info;
    if (fstatat(from->fd, fs_name(&buffer, from_path), &info, AT_SYMLINK_NOFOLLOW) != 0)
        die_errno(SAID("får ikke opplysninger om %s/%s", "cannot look at %s/%s"), from->path.ptr,
                  buffer.text);
    int fd = fs_open_beneath(to, fs_name(&buffer, to_path), O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return;
    if (fd < 0 || fchmod(fd, info.st_mode & ALL_RIGHTS) != 0)
        die_errno(SAID("kan ikke gi %s/%s rettigheter", "cannot set the permissions of %s/%s"),
                  to->path.ptr, buffer.text);
    close(fd);
}

static _Noreturn void remove_fail(const char *name, const struct fs_root *root)
{
    if (errno == EXDEV || errno == EBUSY)
        die(SAID("kan ikke fjerne %s i %s: det ligger på et annet filsystem, som er montert der; "
                 "avmonter det, og prøv igjen",
                 "cannot remove %s in %s: it lies on another file system, which is mounted there; "
                 "unmount it, and try again"),
            name, root->path.ptr);
    die_errno(SAID("kan ikke fjerne %s i %s", "cannot remove %s in %s"), name, root->path.ptr);
}

static void remove_at(const struct fs_root *folder, const char *name, const struct fs_root *root,
                      int depth);

static void empty_folder(const struct fs_root *folder, const char *name, const struct fs_root *root,
                         int depth)
{
    struct fs_names names;
    if (depth > REMOVE_DEPTH_MAX)
        die(SAID("kan ikke fjerne %s i %s: mappene ligger for dypt inni hverandre",
                 "cannot remove %s in %s: the folders are too deep"),
            name, root->path.ptr);
    fchmod(folder->fd, 0700); /* so that a folder that forbids writing can be emptied, too */
    fs_names_of(&names, folder->fd);
    for (const struct dirent64 *found; (found = fs_names_next(&names));)
        remove_at(folder, found->d_name, root, depth + 1);
    if (errno)
        remove_fail(name, root);
}

/* Unlinks first: most names are files, and a link must never be opened. */
static void remove_at(const struct fs_root *folder, const char *name, const struct fs_root *root,
                      int depth)
{
    struct fs_root inner = *folder;
    if (unlinkat(folder->fd, name, 0) == 0 || errno == ENOENT)
        return;
    inner.fd = -1;
    if (errno == EISDIR)
        inner.fd = fs_open_beneath(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
    if (inner.fd < 0)
        remove_fail(name, root);
    empty_folder(&inner, name, root, depth);
    if (close(inner.fd) != 0 || unlinkat(folder->fd, name, AT_REMOVEDIR) != 0)
        remove_fail(name, root);
}

void fs_remove(const struct fs_root *root, struct str name)
{
    struct fs_name buffer;
    remove_at(root, fs_name(&buffer, name), root, 0);
}

void fs_rename(const struct fs_root *root, struct str from, struct str to)
{
    struct fs_name before, after;
    fs_name(&before, from);
    fs_name(&after, to);
    int status = renameat2(root->fd, before.text, root->fd, after.text, RENAME_NOREPLACE);
    if (status != 0 && is_unsupported(errno))
        status = renameat(root->fd, before.text, root->fd, after.text);
    if (status != 0)
        die_errno(SAID("kan ikke gi %s navnet %s i %s", "cannot give %s the name %s in %s"),
                  before.text, after.text, root->path.ptr);
}

bool fs_exchange(const struct fs_root *root, struct str a, struct str b)
{
    struct fs_name one, other;
    fs_name(&one, a);
    fs_name(&other, b);
    int status = renameat2(root->fd, one.text, root->fd, other.text, RENAME_EXCHANGE);
    if (status != 0 && !is_unsupported(errno))
        die_errno(SAID("kan ikke bytte %s med %s i %s", "cannot exchange %s with %s in %s"),
                  one.text, other.text, root->path.ptr);
    return status == 0;
}

void fs_sync(const struct fs_root *root)
{
    int status;
    do
        status = syncfs(root->fd);
    while (status != 0 && errno == EINTR);
    if (status != 0)
        die_errno(SAID("kan ikke lagre %s på disken", "cannot get %s onto the disk"),
                  root->path.ptr);
}

void fs_sync_names(const struct fs_root *root)
{
    if (!fs_flush(root->fd))
        die_errno(SAID("kan ikke lagre navnene i %s på disken",
                       "cannot get the names in %s onto the disk"),
                  root->path.ptr);
}
