#ifndef PUBLISH_FOLDER_H
#define PUBLISH_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fs_compare.h"
#include "base/fs_pieces.h"
#include "base/fs_write.h"
#include "base/hash.h"
#include "base/str.h"

struct arena;
struct buf;
struct built;
struct hashing;
struct stages;

/*
 * A published site in a folder, replaced in one step.
 *
 * Calling sequence
 * ----------------
 *
 *     struct folder *folder = folder_open(&arena, STR("public"), paths, count, 0);
 *     … from any thread, once for each path: folder_put(folder, index, bytes);
 *     … or, if it is large, folder_begin(), folder_append() and folder_end();
 *     struct folder_result result = folder_commit(folder, threads);
 *
 * Whatever ends the program, at whatever moment, the folder is wholly the old site or
 * wholly the new one. For the output `public` we use these names beside it, which are
 * gone after a run that ends well:
 *
 *     .public.new    the new site, until it changes places with the old one,
 *                    and then the old site, until it is removed
 *     .public.old    the old site, only where two names cannot change places
 *     .public.lock   locked while a build is at work
 *
 * and one that stays, with what the next build need not do again (publish/built.h):
 *
 *     .public.built
 *
 * Steps
 * -----
 *
 * 1. An output that is made from the same as before, or whose bytes are those on disk,
 *    stays there; the others are written to .public.new, piece by piece if they come so.
 *    If there are none, nothing is stale and SHA256SUMS is right, the folder is not
 *    touched at all.
 * 2. What stays gets a second name in .public.new by a hard link, or is copied
 *    where the file system has none: first the outputs, then foreign files.
 * 3. SHA256SUMS is written last; then all of it is synced to disk.
 * 4. The two folders change places (renameat2, RENAME_EXCHANGE), the names are
 *    synced, the old site is removed. Where the file system cannot exchange names,
 *    two renames do it: for a moment there is no folder, and if the program dies
 *    then, the next folder_open() puts the old site back.
 *
 * Whose the files in the folder are
 * ---------------------------------
 *
 *     an output of this build                 replaced, unless it is foreign
 *     named by the old SHA256SUMS, unchanged  stale: left behind
 *     anything else (edited, links, folders)  foreign: carried over, reported
 *     .gitignore                              carried over, not reported
 *     SHA256SUMS.minisig                      carried over if SHA256SUMS stays what it was; else
 *                                             left behind, for it is another edition's
 *
 * We believe the old SHA256SUMS if it has our form and a path in common with this
 * build; otherwise it is a foreign file itself.
 *
 * Who may read it
 * ---------------
 *
 * Everybody, whatever the umask, for a web server is another user: new files are 0644 and new
 * folders 0755. Folders that are there keep their rights, so a site that few may see stays so.
 *
 * Errors
 * ------
 *
 * A foreign file at the path of an output is fine if it has the same bytes. If it has
 * others, or stands where a folder is needed, or a folder of foreign files stands
 * where a file is needed, the program ends and names it.
 *
 * All other failures end the program, too (base/die.h). Before the folders change
 * places that leaves the old site as it was, afterwards the new one. The next
 * folder_open() clears away what is left beside it.
 */
struct folder;

enum folder_flags {
    FOLDER_NO_SYNC = 1 << 0,     /* do not sync to disk: for measurements */
    FOLDER_NO_EXCHANGE = 1 << 1, /* do as if names could not change places: for tests */
    FOLDER_NO_LINKS = 1 << 2,    /* do as if there were no hard links: for tests */
};

/*
 * Locks the folder `output` and clears away what an interrupted build has left.
 * `paths` are all outputs except SHA256SUMS, sorted by bytes, each once.
 *
 * Ends the program if another build holds the lock (naming its process), if the
 * parent of the folder is missing, or if `output` is something else than a folder.
 *
 * The folder lives in the arena, and points at `paths`. The caller must not use the
 * arena until folder_commit() or folder_abandon() returns.
 */
struct folder *folder_open(struct arena *arena, struct str output, const struct str *paths,
                           size_t count, unsigned flags);

/* Tells whoever asks, or NULL, how long the disk is waited for (base/stages.h). */
void folder_set_stages(struct folder *folder, struct stages *stages);

/*
 * Gives what is known of the build before, and where to store what is known of this one: keys,
 * stamps, and the hash of SHA256SUMS; its maker and inputs are there, what is told is before
 * folder_commit(), which writes it all beside the folder (publish/built.h). To be called before
 * anything is put. Of another maker, or of a folder that another program has written since,
 * nothing is believed.
 */
void folder_set_built(struct folder *folder, const struct built *before, struct built *now);

/*
 * Says what some outputs are made from, by their places in `paths`: the first is a file, the others
 * copies of it that may have been left out. Returns whether the old ones are that already: then
 * none of them is put, and the bytes of the file are stored. Else all are, and the key is kept with
 * them. May be called from any thread.
 */
enum { FOLDER_COPIES_MAX = 4 };
bool folder_keep(struct folder *folder, const uint32_t *places, size_t count, struct hash key,
                 size_t *len);

/* Puts the bytes of paths[index], each path once, from any thread. */
void folder_put(struct folder *folder, size_t index, struct str bytes);

/*
 * The same of bytes that come piece by piece, so that they need never be held whole. Pieces are
 * compared with the old file while they are its bytes; where they leave it, the new file begins
 * with what it had so far.
 *
 *     struct folder_file file = folder_begin(folder, index);
 *     … folder_append(&file, piece);
 *     folder_end(&file);
 *
 * folder_take_back() instead of folder_end() does what folder_leave_out() does.
 */
struct folder_file {
    struct folder *folder;
    size_t index;
    size_t len;               /* of what was appended */
    struct hashing *hashing;  /* of the same */
    struct fs_comparison old; /* while it has the same bytes */
    struct fs_writing fresh;  /* from where it has others */
};

struct folder_file folder_begin(struct folder *folder, size_t index);
void folder_append(struct folder_file *file, struct str bytes);
void folder_end(struct folder_file *file);
void folder_take_back(struct folder_file *file);

/*
 * Appends the bytes of an output that has been put, or kept, and is what it was in the old site.
 * False of others, which the program need not be allowed to read (base/confine.h).
 */
bool folder_read(const struct folder *folder, size_t index, struct buf *out);

/* Whether an output that has been put, or kept, has the bytes that it had in the build before. */
bool folder_is_as_before(const struct folder *folder, size_t index);

/* Whether it has a key that it had then, too (folder_keep()). */
bool folder_is_made_as_before(const struct folder *folder, size_t index);

/* Opens the file of an output as the build before has left it. False if it is not that any more. */
bool folder_open_before(const struct folder *folder, size_t index, struct fs_pieces *file);

/* Says instead that there will be no paths[index], as if it had not been among the outputs. */
void folder_leave_out(struct folder *folder, size_t index);

struct folder_result {
    size_t written, kept;      /* outputs: together, all of them */
    size_t reused;             /* of those kept: what folder_keep() kept */
    size_t bytes, sums_bytes;  /* of the outputs, and of SHA256SUMS */
    size_t removed;            /* stale files */
    bool refused;              /* nothing was to be published (publish/publish.h) */
    bool changed;              /* whether a new folder was put in place */
    bool unsigned_now;         /* the old site was signed, and the new one is not */
    const struct str *foreign; /* paths below the folder; those of empty folders end with `/` */
    size_t foreign_count;
};

/*
 * Puts the new site in place and closes the folder. To be called after all puts, on
 * the thread that called folder_open(). Uses `threads` threads to link what stays.
 */
struct folder_result folder_commit(struct folder *folder, size_t threads);

/* Closes the folder instead of folder_commit(): publishes nothing, and removes what was put. */
void folder_abandon(struct folder *folder);

#endif
