#ifndef SEARCH_NAMED_H
#define SEARCH_NAMED_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * The names of the files of the index: each has the hash of its bytes in it, as in
 * sok/w12-0a1b2c3.js. A browser, or a cache on the way to it, may have files of several
 * editions of a site. With names that never mean anything else, the page leads to one
 * start file and that to its own files: what is found is of one edition, or a file is
 * missing, which is told.
 *
 * Appends a file with these bytes, which are taken out of the buffer, to `files`. The
 * `stem` is what its name begins with: «w12». Returns the hash in the name, HASH_IN_INDEX
 * digits. It, the path and the bytes live in `arena`.
 */
struct str search_add_file(struct made_files *files, struct arena *arena,
                           const struct collection *collection, struct str stem, struct buf *bytes);

#endif
