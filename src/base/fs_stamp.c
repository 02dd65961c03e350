#include "base/fs_stamp.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"

/* In no header of the kernel's. */
#define ZFS_MAGIC      0x2fc12fc1
#define BCACHEFS_MAGIC 0xca451a4e

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

/*
 * FAT does not note the time in its uppermost folder, and what a server or another system keeps
 * they may see later than we do.
 */
static bool folders_have_stamps(long type)
{
    static const long types[] = {
        EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC, BTRFS_SUPER_MAGIC, F2FS_SUPER_MAGIC,
        ZFS_MAGIC,        BCACHEFS_MAGIC,  TMPFS_MAGIC,       OVERLAYFS_SUPER_MAGIC};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (type == types[i])
            return true;
    return false;
}

struct fs_stamp fs_stamp_of_folder(int fd)
{
    struct statfs where;
    bool kept = fstatfs(fd, &where) == 0 && folders_have_stamps(where.f_type);
    return kept ? fs_stamp_of_open(fd) : (struct fs_stamp){0};
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
