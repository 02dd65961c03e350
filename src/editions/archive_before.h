#ifndef EDITIONS_ARCHIVE_BEFORE_H
#define EDITIONS_ARCHIVE_BEFORE_H

#include "base/fs_pieces.h"
#include "base/map.h"
#include "editions/archive.h"

/*
 * The archive that the build before has left, to take files from as they lie there packed: for an
 * archive of which most stays the same.
 *
 *     struct archive_before before = {0};
 *     archive_before_open(&before, &arena, &file);      // the file is its own then
 *     if (archive_before_put(&before, name, &packed, &bytes)) …
 *     archive_before_close(&before);
 *
 * It is one that archive_end() has ended and nobody has touched. What is not as that leaves it is
 * not found, nor what has a name that two files have; nothing is read outside the file.
 */
struct archive_before {
    bool open;
    struct fs_pieces file;
    struct map pieces; /* by name */
};

void archive_before_open(struct archive_before *before, struct arena *arena,
                         const struct fs_pieces *file);

/* Appends a file as archive_pack() did, and stores what that returned; false if there is none. */
bool archive_before_put(const struct archive_before *before, struct str name, struct packed *packed,
                        struct buf *out);

/* Of one that was never opened, does nothing. */
void archive_before_close(struct archive_before *before);

#endif
