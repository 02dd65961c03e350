#ifndef EDITIONS_BATCH_H
#define EDITIONS_BATCH_H

#include "base/packer.h"
#include "base/workers.h"
#include "editions/archive.h"
#include "editions/archive_before.h"
#include "editions/edition.h"
#include "plan/plan.h"

struct edition_maker;

/*
 * The files of an archive, some at a time: packed on any thread, and then put in their order. So no
 * more than these are held, however many there are. What the build before has packed of the same
 * bytes is taken from there.
 *
 *     batch_init(&batch, maker);
 *     for (each part of the edition) {
 *         while (there are files && batch_has_room(&batch))
 *             batch_take(&batch, &(struct batch_file){.name = …, .output = …});
 *         size_t jobs = batch_jobs(&batch);
 *         … batch_job(&batch, index, worker) for each, on any thread
 *         batch_put(&batch, out);
 *     }
 *     batch_end(&batch, out);
 *     batch_release(&batch);
 *
 * A file whose bytes are at hand can be packed before it is taken:
 *
 *     piece = batch_pack(&batch, &file, bytes, worker);      // on any thread
 *     file.piece = &piece;                                   // valid until batch_put() returns
 */
enum { BATCH = 1 + EDITION_STRETCH };

struct batch_piece {
    bool made;
    struct packed packed;
    struct str bytes;
};

struct batch_file {
    struct str name; /* in the archive; lives until it has been put, like the bytes */
    enum archive_how how;
    const struct batch_piece *piece; /* NULL, or it is packed already, if that is made */
    struct output output; /* what is rendered; of no family: what is put, or these bytes */
    void (*put)(struct buf *out, const struct collection *collection);
    struct str bytes;

    struct str name_before;       /* of the same file in the build before; absent: nobody looks */
    const struct output *made_as; /* an output that is made of all that this is; NULL: it is one */
};

struct batch {
    const struct edition_maker *maker;
    struct archive archive;
    struct archive_before before;
    size_t count;
    struct batch_slot {
        struct batch_file file;
        struct batch_piece piece;
    } slots[BATCH];
    struct batch_slot *unpacked[BATCH]; /* a job each */
    struct batch_worker {
        struct arena scratch, kept;
        struct buf whole, packed; /* what is packed, and what that becomes */
        struct packer packer;
    } workers[WORKERS_MAX];
};

/* Zeroed memory will do for the batch. The files get the date of the collection's edition. */
void batch_init(struct batch *batch, const struct edition_maker *maker);

bool batch_has_room(const struct batch *batch);
void batch_take(struct batch *batch, const struct batch_file *file);

/* Of the file only what says whether it is as before is looked at, and how it is packed. */
struct batch_piece batch_pack(struct batch *batch, const struct batch_file *file, struct str bytes,
                              size_t worker);

/* Return how many of the files that were taken are not packed yet, and pack one. */
size_t batch_jobs(struct batch *batch);
void batch_job(struct batch *batch, size_t index, size_t worker);

/* Appends the files that were taken, and forgets them. */
void batch_put(struct batch *batch, struct buf *out);

/* Appends the directory. */
void batch_end(struct batch *batch, struct buf *out);

/* Frees what the batch has held, also of one that has not ended. */
void batch_release(struct batch *batch);

#endif
