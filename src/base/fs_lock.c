#include "base/fs_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/fs_write.h"

enum { LOCK_MODE = 0666 };

bool fs_lock_is_found(int fd, int folder, const char *name)
{
    struct stat held, named;
    return fstat(fd, &held) == 0 && fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/* Opens the file and asks for the lock. False when another process has it. */
static bool ask(struct fs_lock *lock, const struct fs_root *root, const char *name, int command)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int status;
    lock->fd = fs_open_beneath(root, name, O_WRONLY | O_CREAT, LOCK_MODE);
    if (lock->fd < 0)
        die_errno(SAID("kan ikke skrive i mappen %s, der låsen %s skal ligge",
                       "cannot write to the folder %s, where the lock %s must be"),
                  root->path.ptr, name);
    do
        status = fcntl(lock->fd, command, &whole);
    while (status != 0 && errno == EINTR);
    if (status != 0 && errno != EACCES && errno != EAGAIN)
        die_errno(SAID("kan ikke låse %s/%s", "cannot lock %s/%s"), root->path.ptr, name);
    return status == 0;
}

/* Returns the process that holds the lock, -1 if none does any more, 0 if nobody can tell. */
static long holder_of(const struct fs_lock *lock, const struct fs_root *root, const char *name)
{
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(lock->fd, F_GETLK, &whole) != 0)
        die_errno(SAID("kan ikke låse %s/%s", "cannot lock %s/%s"), root->path.ptr, name);
    return whole.l_type == F_UNLCK ? -1 : whole.l_pid > 0 ? (long)whole.l_pid : 0;
}

bool fs_lock_take(struct fs_lock *lock, const struct fs_root *root, struct str name, long *holder)
{
    struct fs_name buffer;
    fs_name(&buffer, name);
    lock->name = name;
    for (;; close(lock->fd)) {
        bool ours = ask(lock, root, buffer.text, F_SETLK);
        if (ours && fs_lock_is_found(lock->fd, root->fd, buffer.text))
            return true;
        *holder = ours ? -1 : holder_of(lock, root, buffer.text);
        if (*holder >= 0) {
            close(lock->fd);
            return false;
        }
    }
}

void fs_lock_wait(struct fs_lock *lock, const struct fs_root *root, struct str name)
{
    struct fs_name buffer;
    fs_name(&buffer, name);
    lock->name = name;
    while (!ask(lock, root, buffer.text, F_SETLKW) ||
           !fs_lock_is_found(lock->fd, root->fd, buffer.text))
        close(lock->fd);
}

void fs_lock_release(struct fs_lock *lock, const struct fs_root *root)
{
    fs_remove(root, lock->name);
    close(lock->fd);
    lock->fd = -1;
}
