#ifndef PUBLISH_BUILT_H
#define PUBLISH_BUILT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fs_stamp.h"
#include "base/fs_walk.h"
#include "base/hash.h"

struct neighbours;

/*
 * What a build was made from and what came of it, so that the next one does nothing twice. It lies
 * beside the published folder, as «.public.built», and costs only time when it is lost.
 *
 * Calling sequence
 * ----------------
 *
 *     struct built before;
 *     built_read(&before, &arena, &parent, name);        // nothing in it if there is none
 *     if (inputs_stand(&before.inputs, …) &&               // site/inputs.h
 *         built_stands(&before, &parent, &at, &arena)) …   // nothing has changed: all is done
 *     … built_find(&before, path)->key …                   // which outputs were made the same way
 *     built_set_outputs(&now, &arena, files, count, &folder); // when the new site is in place
 *     built_write(&now, &before, &parent, name);
 *
 * What is believed
 * ----------------
 *
 * The file ends with a checksum of what stands before it: one that was cut or damaged is none. It
 * has the numbers of the machine that wrote it, for it tells of no other. It is also none for
 * another program, other libraries or other options, which the maker tells. A file is known by its
 * stamp (base/fs_stamp.h), an input by all of it, an output without the time of its names, since it
 * gets and loses names when the folder is replaced. The stamp of an input that was young when it
 * was looked at is not kept: it is read again. A folder is known by its stamp, too, if it was not
 * young, and is then not listed (base/fs_again.h).
 */
struct built_file {
    struct str path;       /* of a folder: with `/` at the end, "" for the published one */
    struct fs_stamp stamp; /* all zero: not known */
    struct hash key;       /* of all that it was made from; all zero: not known */
};

struct built {
    struct str maker; /* the program and how it was asked, in one line */
    struct str told;  /* what it said in the end, in one line; the absent str if it said more */
    struct hash sums; /* of SHA256SUMS */
    struct fs_list inputs; /* in the order in which they were looked at (site/inputs.h) */
    struct {
        struct built_file *items;
        size_t len, cap;
    } outputs; /* by path; SHA256SUMS is among them, and their folders are */
};

/* Stores what is known of the build before: nothing, if there is no file that can be believed. */
void built_read(struct built *built, struct arena *arena, const struct fs_root *parent,
                struct str name);

/* Returns what is known of an output, or NULL. */
const struct built_file *built_find(const struct built *built, struct str path);

/*
 * Whether the published folder is as the build before has left it, and says all that it had to say.
 * Reads no file, and writes none.
 */
bool built_stands(const struct built *before, const struct fs_root *parent,
                  const struct neighbours *at, struct arena *arena);

/* Stores the outputs, by path, and looks at the folders that they are in. */
void built_set_outputs(struct built *built, struct arena *arena, const struct built_file *files,
                       size_t count, const struct fs_root *folder);

/* Writes the file, unless it says the same as the one before. */
void built_write(const struct built *built, const struct built *before,
                 const struct fs_root *parent, struct str name);

#endif
