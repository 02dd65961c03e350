#ifndef PUBLISH_PRECOMPRESS_H
#define PUBLISH_PRECOMPRESS_H

#include "publish/folder.h"

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
 *     precompress_put(&copies, folder, index, &pieces);
 *
 * File and copies are written while the pieces come, and none is held whole.
 *
 * To add a kind of file: its ending in the table of precompress.c.
 */
enum precompress_how { PRECOMPRESS_NONE, PRECOMPRESS_GOOD, PRECOMPRESS_BEST };

struct precompress {
    enum precompress_how how;
    struct str *paths; /* of the outputs and their copies, sorted */
    size_t count;
    struct precompress_places *places; /* by the output's number */
};

void precompress_init(struct precompress *copies, struct arena *arena, const struct plan *plan,
                      enum precompress_how how);

/*
 * The bytes of an output, piece by piece: next() stores the piece that follows, which is valid
 * until it is called again, or returns false when there is none.
 */
struct pieces {
    void *self;
    bool (*next)(void *self, struct str *piece);
};

/* Puts an output of the plan, by its number, and its copies. */
void precompress_put(const struct precompress *copies, struct folder *folder, size_t output,
                     const struct pieces *pieces);

/*
 * Says what the output is made from, and returns whether the folder has it and its copies already
 * (folder_keep()): then it is not put. Stores how many bytes the output has.
 */
bool precompress_keep(const struct precompress *copies, struct folder *folder, size_t output,
                      struct hash key, size_t *len);

/* Returns the place of an output in `paths`. */
size_t precompress_place(const struct precompress *copies, size_t output);

#endif
