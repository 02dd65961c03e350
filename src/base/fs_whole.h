#ifndef BASE_FS_WHOLE_H
#define BASE_FS_WHOLE_H

#include "base/fs.h"

/*
 * A single file in a folder that others read: it is there whole, or not at all.
 *
 *     fs_replace(&root, STR("content/paths.txt"), bytes);       // in the place of what is there
 *     fs_add(&root, STR("content/recipes/cakes/new.md"), bytes); // never in its place
 *
 * The bytes are written to a file of their own beside it, brought to the disk and then given
 * the name in one step, which is brought to the disk, too. That file has a name nobody else
 * has taken, `.samling-` with 16 random digits and `.new`, and is locked while we live. So
 * two processes never write to one file, and each call can remove those that a killed process
 * has left, and no others.
 *
 * Errors
 * ------
 *
 * What the machine refuses ends the program with the path and the reason (base/die.h), and
 * nothing of ours stays in the folder. Where a process is killed the old file stands, or the
 * new one, and the next call in that folder removes what lies beside it.
 */

/* Puts a file with these bytes at `path`, in the place of what stands there. */
void fs_replace(const struct fs_root *root, struct str path, struct str bytes);

/*
 * Puts a new file with these bytes at `path`, and makes the folders that it needs. Ends
 * the program if anything stands there, also if it has come just now.
 */
void fs_add(const struct fs_root *root, struct str path, struct str bytes);

#endif
