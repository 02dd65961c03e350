#ifndef EDITIONS_ARCHIVE_H
#define EDITIONS_ARCHIVE_H

#include <stdint.h>

#include "base/buf.h"

struct packer;

/*
 * A zip file (PKWARE's APPNOTE 6.3), written from the beginning to the end, so that it is nowhere
 * held whole: what is known of a file only when it has been packed stands before it, since a file
 * is packed first.
 *
 * Calling sequence
 * ----------------
 *
 * On any thread, for each file, with a packer of the thread's own:
 *
 *     struct packed packed = archive_pack(ARCHIVE_PACKED, &packer, &bytes, text);
 *
 * and then on one, in the order in which they are to lie there:
 *
 *     archive_init(&archive, STR("2024-04-17"));
 *     … archive_put(&archive, out, name, &packed, buf_str(&bytes));
 *     archive_end(&archive, out);
 *
 * The same bytes come of the same files, whatever the time, the machine and the number of threads:
 * all files have one date, and the rights of one that everybody may read.
 *
 * Memory
 * ------
 *
 * What is held until the end is a few bytes and the name of each file. But a file is packed as a
 * whole, into one that is held as well: so the largest file of a site is held up to twice, and for
 * the time that its archive is made.
 *
 * libzip would be told the bytes of all files and write them when it is closed, by one thread, into
 * a file of its own or into memory as a whole; hence this.
 *
 * Errors
 * ------
 *
 * What is too much for the form without its later additions, 4 GB in all or in one file, ends the
 * program (base/die.h). There may be any number of files.
 */
enum archive_how {
    ARCHIVE_STORED, /* as they are: what others find there without unpacking */
    ARCHIVE_PACKED  /* if that makes them smaller */
};

struct packed {
    enum archive_how how;
    uint32_t crc;
    uint64_t size; /* unpacked */
};

/* Appends the bytes of a file as they will lie there. */
struct packed archive_pack(enum archive_how how, struct packer *packer, struct buf *out,
                           struct str bytes);

struct archive {
    struct buf directory; /* what stands at the end, as it grows */
    uint64_t at;          /* how much has been put */
    uint64_t count;
    uint32_t date; /* as the form has it */
};

/* The files get this date (base/date.h), or 1980 for none and for one that the form lacks. */
void archive_init(struct archive *archive, struct str date);

void archive_put(struct archive *archive, struct buf *out, struct str name,
                 const struct packed *packed, struct str bytes);

/* Appends the directory, and releases what the archive holds. */
void archive_end(struct archive *archive, struct buf *out);

#endif
