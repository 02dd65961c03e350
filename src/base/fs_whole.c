#include "base/fs_whole.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/die.h"
#include "base/fs_lock.h"
#include "base/fs_names.h"
#include "base/fs_write.h"

enum { WHOLE_MODE = 0666, DIGITS = 16 };

static const struct str before_digits = STR_INIT(".samling-"), after_digits = STR_INIT(".new");

/* A file that is on its way to its name. */
struct coming {
    const struct fs_root *root;
    struct fs_name path;  /* where it will be, below the root: for messages */
    struct fs_name final; /* its name there */
    int folder;           /* that both names are in */
    char name[64];        /* its name until then */
    int fd;               /* locked */
};

static _Noreturn void coming_fail(const struct coming *coming)
{
    int reason = errno;
    if (coming->fd >= 0)
        unlinkat(coming->folder, coming->name, 0);
    errno = reason;
    die_errno(SAID("kan ikke skrive %s/%s", "cannot write %s/%s"), coming->root->path.ptr,
              coming->path.text);
}

/* ---- names that nobody has ---- */

/* Without random numbers, the clock will do: a name that is taken is noticed. */
static uint64_t some_number(void)
{
    uint64_t number;
    struct timespec now;
    if (getrandom(&number, sizeof number, GRND_NONBLOCK) == (ssize_t)sizeof number)
        return number;
    clock_gettime(CLOCK_REALTIME, &now);
    return (uint64_t)now.tv_nsec << 32 ^ (uint64_t)now.tv_sec ^ (uint64_t)getpid() << 16;
}

static bool is_coming_name(struct str name)
{
    if (name.len != before_digits.len + DIGITS + after_digits.len ||
        !str_starts(name, before_digits) || !str_ends(name, after_digits))
        return false;
    const char *digits = name.ptr + before_digits.len;
    bool plain = true;
    for (size_t i = 0; plain && i < DIGITS; i++)
        plain = ascii_is_digit(digits[i]) || (digits[i] >= 'a' && digits[i] <= 'f');
    return plain;
}

/* A file system that knows no locks gives none to anybody, and then nothing is removed. */
static int lock(int fd, int how)
{
    int status;
    do
        status = flock(fd, how);
    while (status != 0 && errno == EINTR);
    return status;
}

/* Creates and locks it. In between another process may have taken it for a dead one's. */
static void coming_open(struct coming *coming)
{
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    for (;;) {
        snprintf(coming->name, sizeof coming->name, "%s%016" PRIx64 "%s", before_digits.ptr,
                 some_number(), after_digits.ptr);
        coming->fd = openat(coming->folder, coming->name, flags, WHOLE_MODE);
        if (coming->fd < 0 && (errno == EEXIST || errno == EINTR))
            continue;
        if (coming->fd < 0)
            coming_fail(coming);
        lock(coming->fd, LOCK_EX);
        if (fs_lock_is_found(coming->fd, coming->folder, coming->name))
            return;
        close(coming->fd);
    }
}

static void remove_if_dead(int folder, const char *name)
{
    struct stat info;
    int fd = openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && lock(fd, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(fd);
}

/* What cannot be removed is left: it is in nobody's way. */
static void remove_dead(const struct coming *coming)
{
    int fd = openat(coming->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct fs_names names;
    if (fd < 0)
        return;
    fs_names_of(&names, fd);
    for (const struct dirent64 *found; (found = fs_names_next(&names));)
        if (is_coming_name(str_of(found->d_name)))
            remove_if_dead(coming->folder, found->d_name);
    close(fd);
}

/* ---- from its first name to its last ---- */

static void coming_begin(struct coming *coming, const struct fs_root *root, struct str path,
                         struct str bytes)
{
    struct fs_name parent;
    struct str folder = str_folder(path);
    coming->root = root;
    coming->fd = -1;
    fs_name(&coming->path, path);
    fs_name(&coming->final, str_name(path));
    fs_name(&parent, folder.len ? folder : STR("."));
    coming->folder = fs_open_beneath(root, parent.text, O_RDONLY | O_DIRECTORY, 0);
    if (coming->folder < 0)
        die_errno(SAID("kan ikke åpne mappen %s/%s", "cannot open the folder %s/%s"),
                  root->path.ptr, parent.text);
    remove_dead(coming);
    coming_open(coming);
    if (!fs_open_to_all(root, coming->fd) || !fs_write_bytes(coming->fd, bytes) ||
        !fs_flush(coming->fd))
        coming_fail(coming);
}

/* Gives it its name, where nothing may stand. Returns whether that went well. */
static bool name_new(const struct coming *coming)
{
    int in = coming->folder;
    if (renameat2(in, coming->name, in, coming->final.text, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    return linkat(in, coming->name, in, coming->final.text, 0) == 0 &&
           unlinkat(in, coming->name, 0) == 0;
}

static void coming_end(const struct coming *coming, bool named)
{
    if (!named)
        coming_fail(coming);
    if (!fs_flush(coming->folder) || !fs_close_written(coming->fd))
        die_errno(SAID("kan ikke lagre %s/%s på disken", "cannot get %s/%s onto the disk"),
                  coming->root->path.ptr, coming->path.text);
    close(coming->folder);
}

void fs_replace(const struct fs_root *root, struct str path, struct str bytes)
{
    struct coming coming;
    coming_begin(&coming, root, path, bytes);
    coming_end(&coming,
               renameat(coming.folder, coming.name, coming.folder, coming.final.text) == 0);
}

void fs_add(const struct fs_root *root, struct str path, struct str bytes)
{
    struct coming coming;
    struct str folder = str_folder(path);
    if (folder.len)
        fs_make_folders(root, folder);
    coming_begin(&coming, root, path, bytes);
    coming_end(&coming, name_new(&coming));
}
