#include "base/fs_stamp.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"

/* Milliseconds. The kernel's clock for files moves a hundred times a second at least; where files
 * have whole seconds, as far as can be told, FAT's are two. */
enum { TICK = 20, COARSE_TICK = 2000 };

static const uint64_t NANO = 1000000000, MILLI = 1000000; /* in a second, in a millisecond */

static uint64_t nanoseconds(struct timespec time)
{
    return (uint64_t)time.tv_sec * NANO + (uint64_t)time.tv_nsec;
}

struct fs_stamp fs_stamp_of(const struct stat *info)
{
    return (struct fs_stamp){.size = (uint64_t)info->st_size,
                             .modified = nanoseconds(info->st_mtim),
                             .changed = nanoseconds(info->st_ctim),
                             .inode = info->st_ino};
}

struct fs_stamp fs_stamp_of_open(int fd)
{
    struct stat info;
    return fstat(fd, &info) == 0 ? fs_stamp_of(&info) : (struct fs_stamp){0};
}

bool fs_stamp_at(const struct fs_root *root, struct str path, struct fs_stamp *stamp)
{
    struct fs_name buffer;
    int fd = fs_open_beneath(root, fs_name(&buffer, path), O_PATH | O_NOFOLLOW, 0);
    *stamp = (struct fs_stamp){0};
    if (fd < 0)
        return false;
    *stamp = fs_stamp_of_open(fd);
    close(fd);
    return true;
}

bool fs_stamp_same_bytes(const struct fs_stamp *a, const struct fs_stamp *b)
{
    return a->size == b->size && a->modified == b->modified && a->inode == b->inode;
}

bool fs_stamp_eq(const struct fs_stamp *a, const struct fs_stamp *b)
{
    return fs_stamp_same_bytes(a, b) && a->changed == b->changed;
}

bool fs_stamp_is_known(const struct fs_stamp *stamp)
{
    static const struct fs_stamp unknown = {0};
    return !fs_stamp_eq(stamp, &unknown);
}

uint64_t fs_stamp_now(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return nanoseconds(now);
}

static bool is_young(uint64_t time, uint64_t now)
{
    return time + (time % NANO ? TICK : COARSE_TICK) * MILLI > now;
}

bool fs_stamp_is_young(const struct fs_stamp *stamp, uint64_t now)
{
    return is_young(stamp->modified, now) || is_young(stamp->changed, now);
}

void fs_stamp_put(struct buf *out, const struct fs_stamp *stamp)
{
    const uint64_t numbers[] = {stamp->size, stamp->modified, stamp->changed, stamp->inode};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buf_number(out, numbers[i]);
        buf_byte(out, ' ');
    }
}

bool fs_stamp_cut(struct str *text, struct fs_stamp *stamp)
{
    return str_cut_number(text, ' ', &stamp->size) && str_cut_number(text, ' ', &stamp->modified) &&
           str_cut_number(text, ' ', &stamp->changed) && str_cut_number(text, ' ', &stamp->inode);
}
