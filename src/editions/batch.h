#ifndef EDITIONS_BATCH_H
#define EDITIONS_BATCH_H

#include "base/packer.h"
#include "base/workers.h"
#include "editions/archive.h"
#include "editions/archive_before.h"
#include "plan/plan.h"

struct edition_maker;

/*
 * The files of an archive, some at a time: packed by all threads, and then put in their order. So
 * no more than these are held, however many there are. What the build before has packed of the same
 * bytes is taken from there.
 *
 *     batch_init(&batch, maker);
 *     for (each part of the edition) {
 *         while (there are files && batch_has_room(&batch))
 *             batch_take(&batch, &(struct batch_file){.name = …, .output = …});
 *         batch_put(&batch, maker, out);
 *     }
 *     batch_end(&batch, out);
 */
enum { BATCH = 64 };

struct batch_file {
    struct str name; /* in the archive; lives until it has been put, like the bytes */
    enum archive_how how;
    struct output output; /* what is rendered; of no family: what is put, or these bytes */
    void (*put)(struct buf *out, const struct collection *collection);
    struct str bytes;

    struct str name_before;       /* of the same file in the build before; absent: nobody looks */
    const struct output *made_as; /* an output that is made of all that this is; NULL: it is one */
};

struct batch {
    struct archive archive;
    struct archive_before before;
    size_t count;
    struct batch_slot {
        struct batch_file file;
        struct packed packed;
        struct buf bytes;
    } slots[BATCH];
    struct batch_worker {
        struct arena scratch;
        struct buf whole; /* what is packed */
        struct packer packer;
    } workers[WORKERS_MAX];
    const struct edition_maker *maker; /* while they are packed */
};

/* Zeroed memory will do for the batch. The files get the date of the collection's edition. */
void batch_init(struct batch *batch, const struct edition_maker *maker);

bool batch_has_room(const struct batch *batch);
void batch_take(struct batch *batch, const struct batch_file *file);

/* Appends the files that were taken, and forgets them. */
void batch_put(struct batch *batch, const struct edition_maker *maker, struct buf *out);

/* Appends the directory, and frees what the batch has held. */
void batch_end(struct batch *batch, struct buf *out);

#endif
