#ifndef PUBLISH_PRECOMPRESS_H
#define PUBLISH_PRECOMPRESS_H

#include "base/buf.h"
#include "publish/folder.h"

struct compression;
struct plan;

/*
 * Compressed copies beside the text files of a site: index.html.gz and index.html.br, which a web
 * server sends to whoever takes them, so that it need not compress anything itself.
 *
 * A copy that would not be smaller than its file is left out. All copies are outputs like others:
 * they stand in SHA256SUMS, and go when a later build is asked for none.
 *
 *     struct precompress copies;
 *     precompress_init(&copies, &arena, &plan, PRECOMPRESS_GOOD);
 *     struct folder *folder = folder_open(&arena, output, copies.paths, copies.count, 0);
 *     … from any thread, once for each output of the plan:
 *     precompress_begin(&file, &copies, folder, index);
 *     … precompress_append(&file, piece);
 *     precompress_end(&file);
 *
 * File and copies are written while the pieces come, and none is held whole.
 *
 * To add a kind of file: its ending in the table of precompress.c.
 */
enum precompress_how { PRECOMPRESS_NONE, PRECOMPRESS_GOOD, PRECOMPRESS_BEST };

struct precompress {
    enum precompress_how how;
    struct str *paths; /* of the outputs and their copies, sorted; for folder_open() */
    size_t count;
    struct precompress_places *places; /* by the output's number */
};

void precompress_init(struct precompress *copies, struct arena *arena, const struct plan *plan,
                      enum precompress_how how);

/* An output of the plan and its copies while they are put. */
struct precompress_file {
    struct folder_file file;
    struct precompress_copy {
        struct folder *folder;
        size_t at; /* in its paths */
        struct compression *compression;
        struct buf held;
        struct folder_file file; /* once something was handed over */
        size_t handed_over;
    } copies[2];
    size_t count; /* of the copies */
};

/* The output by its number. */
void precompress_begin(struct precompress_file *file, const struct precompress *copies,
                       struct folder *folder, size_t output);
void precompress_append(struct precompress_file *file, struct str piece);
void precompress_end(struct precompress_file *file);

/*
 * Says what the output is made from, and returns whether the folder has it and its copies already
 * (folder_keep()): then it is not put. Stores how many bytes the output has.
 */
bool precompress_keep(const struct precompress *copies, struct folder *folder, size_t output,
                      struct hash key, size_t *len);

/* Returns the place of an output in `paths`. */
size_t precompress_place(const struct precompress *copies, size_t output);

#endif
