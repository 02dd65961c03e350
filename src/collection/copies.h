#ifndef COLLECTION_COPIES_H
#define COLLECTION_COPIES_H

#include "base/str.h"

struct arena;
struct fs_root;

/*
 * Copies that a browser or a file manager has made, by their names: `a (1).md`, `a(1).md`,
 * `a 2.md`, `a - Kopi.md`, `Copy of a.md`. The words are those of all languages, WORDS_COPIES.
 */

/*
 * Returns the path of the file that this one is a copy of, or the absent str. There must be such
 * a file: `a (1).md` alone has only an unlucky name.
 */
struct str copies_original(struct arena *arena, const struct fs_root *root, struct str path);

#endif
