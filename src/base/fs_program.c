#include "base/fs_program.h"

#include <link.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/fs_stamp.h"

static bool put_stamp(struct buf *out, const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return false;
    struct fs_stamp stamp = fs_stamp_of(&info);
    fs_stamp_put(out, &stamp);
    return true;
}

/* The program itself has no name here, and what the kernel lends us has no file. */
static int put_library(struct dl_phdr_info *info, size_t size, void *out)
{
    (void)size;
    if (info->dlpi_name[0])
        put_stamp(out, info->dlpi_name);
    return 0;
}

bool fs_program_put_stamps(struct buf *out)
{
    if (!put_stamp(out, "/proc/self/exe"))
        return false;
    dl_iterate_phdr(put_library, out);
    return true;
}
