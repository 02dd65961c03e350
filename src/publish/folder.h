#ifndef PUBLISH_FOLDER_H
#define PUBLISH_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * A published site in a folder, replaced in one step.
 *
 *     struct folder *folder = folder_open(&arena, STR("public"), paths, count, 0);
 *     … from any thread, once for each path: folder_put(folder, index, bytes);
 *     struct folder_result result = folder_commit(folder, threads);
 *
 * Whatever ends the program, at whatever moment, the folder is wholly the old
 * site or wholly the new one. For the output `public` these names beside it
 * are ours, and are gone after a run that ends well:
 *
 *     .public.new    the new site, until it changes places with the old one,
 *                    and then the old site, until it is removed
 *     .public.old    the old site, only where two names cannot change places
 *     .public.lock   locked while a build is at work
 *
 * 1. An output whose bytes are those on disk stays there; the others are
 *    written to .public.new. If there are none, nothing is stale and
 *    SHA256SUMS is right, the folder is not touched at all.
 * 2. What stays gets a second name in .public.new by a hard link, or is copied
 *    where there are none: first the outputs, then other people's files.
 * 3. SHA256SUMS is written last; then all of it is brought to the disk.
 * 4. The two folders change places (renameat2, RENAME_EXCHANGE), the names are
 *    brought to the disk, the old site is removed. Where the file system
 *    cannot, two renames do it: there is no folder for a moment, and if the
 *    program dies in it the next folder_open() puts the old site back.
 *
 * What is in the folder, and whose it is:
 *
 *     an output of this build                 replaced, unless it is foreign
 *     named by the old SHA256SUMS, unchanged  stale: left behind
 *     anything else (edited, links, folders)  foreign: carried over, reported
 *     .gitignore                              carried over without a word
 *
 * The old SHA256SUMS is believed if it is of our form and has a path in common
 * with this build; otherwise it is a foreign file itself. A foreign file at the
 * place of an output is fine if its bytes are the output's; else the program
 * ends, naming it, and so it does when one stands where a folder is needed or
 * the reverse. Folders keep their rights; new files and folders get what the
 * umask leaves.
 *
 * All failures end the program (base/die.h): before the folders have changed
 * places that leaves the old site as it was, after it the new one. What is left
 * beside it the next folder_open() clears away.
 */
struct folder;

enum folder_flags {
    FOLDER_NO_SYNC = 1 << 0,     /* not brought to the disk: for measurements */
    FOLDER_NO_EXCHANGE = 1 << 1, /* as where two names cannot change places: for tests */
    FOLDER_NO_LINKS = 1 << 2,    /* as where there are no hard links: for tests */
};

/*
 * Locks the folder `output` and clears an earlier build's litter. `paths` are
 * all outputs but SHA256SUMS, sorted by bytes, each once. Ends the program when
 * another build holds the lock (telling its process), when the folder's parent
 * is missing and when the output is something else than a folder. Paths and
 * arena must live as long as the folder; until it is closed nobody else may
 * use the arena.
 */
struct folder *folder_open(struct arena *arena, struct str output, const struct str *paths,
                           size_t count, unsigned flags);

/* The bytes of paths[index]. */
void folder_put(struct folder *folder, size_t index, struct str bytes);

struct folder_result {
    size_t written, kept;      /* outputs: together, all of them */
    size_t removed;            /* stale files */
    bool changed;              /* whether a new folder was put in place */
    const struct str *foreign; /* paths from the folder; an empty folder ends with `/` */
    size_t foreign_count;
};

/*
 * After all puts, on the thread that opened; `threads` of them link what stays.
 * The folder is closed.
 */
struct folder_result folder_commit(struct folder *folder, size_t threads);

/* Instead of folder_commit(): nothing is published, nothing is left beside the folder. */
void folder_abandon(struct folder *folder);

#endif
