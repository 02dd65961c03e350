#include "base/fs_given.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fs.h"
#include "base/visible.h"

struct str fs_read_given(struct arena *arena, struct str path, size_t limit)
{
    struct fs_name buffer;
    struct str shown = visible_text(arena, path);
    int fd = open(fs_name(&buffer, path), O_RDONLY | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        die_errno(SAID("kan ikke åpne %.*s", "cannot open %.*s"), STR_ARG(shown));
    char *bytes = arena_text(arena, limit + 1);
    ssize_t len = fs_read_bytes(fd, bytes, limit + 1);
    if (len < 0)
        die_errno(SAID("kan ikke lese %.*s", "cannot read %.*s"), STR_ARG(shown));
    close(fd);
    if ((size_t)len > limit)
        die(SAID("%.*s er for stor: mer enn %zu byte", "%.*s is too large: more than %zu bytes"),
            STR_ARG(shown), limit);
    return (struct str){bytes, (size_t)len};
}
