#ifndef COLLECTION_TOLD_H
#define COLLECTION_TOLD_H

#include "base/diag.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/source.h"

struct arena;
struct language;

/*
 * What readers have been told of changes, day by day. The program adds to it when it writes the
 * list of published paths (build --accept-paths); people may say it better, or take away what
 * was nothing.
 *
 *     # what the file is for
 *
 *     2026-11-27
 *     * ingredienser/mel.html
 *       Status er endret fra «Ny» til «Prøvd».
 *     - ingredienser/gjaer.html
 *       Gjær
 *
 * Below a day stands a line for each entry: `*` for one that was changed, with sentences below
 * it; `-` for one that was taken away, with its title. Lines that are indented go together. The
 * days may be in any order. What is none of these is reported.
 */
enum { TOLD_MAX = 16 * 1024 * 1024 }; /* bytes */

struct told_item {
    struct str day, path;
    struct str words; /* sentences, or the title of what is gone */
    bool gone;
};

struct told {
    struct source source;
    bool there; /* the file exists */
    struct {
        struct told_item *items;
        size_t len, cap;
    } items;           /* in the order of the file */
    struct map newest; /* what the newest day says: its pages with their words */
};

/* Reads the file, if there is one. */
void told_read(struct told *told, struct arena *arena, const struct fs_root *root, struct str path,
               struct diags *diags);

/*
 * Returns the text of the file with more items, all of one day, above what is there; the head stays
 * on top. A file without one is given the program's own, in that language. Comments stay where they
 * are.
 */
struct str told_text(const struct told *told, const struct language *language, struct arena *arena,
                     const struct told_item *more, size_t count);

/* Whether the newest day of the file says the same already. Composes the question in the arena. */
bool told_has(const struct told *told, struct arena *arena, const struct told_item *item);

#endif
