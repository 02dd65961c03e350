#ifndef SEARCH_NAMED_H
#define SEARCH_NAMED_H

#include "base/buf.h"
#include "plan/plan.h"
#include "search/options.h"

/*
 * The names of the files of the index. A browser, or a cache on the way to it, may have files
 * of several editions of a site. With names that never mean anything else, the page leads to one
 * start file and that to its own files: what is found is of one edition, or a file is
 * missing, which is told.
 *
 *     sok/w12-0a1b2c3.js     has in its name the hash of its bytes; start says it of all files
 *     sok/start-0a1b2c3.js   that of all that the index is made from
 *
 * So a page can name an index that has not been made yet. The price is that the program must know
 * by itself when it makes another index from the same:
 */
enum { SEARCH_FORM = 3 }; /* one more, whenever the same content gives other files */

/* Returns the path of the start file; the absent str if the schema names no folder for it. */
struct str search_start_path(struct arena *arena, const struct collection *collection,
                             const struct search_options *options);

/* Appends the start file with these bytes, which are taken out of the buffer, to `files`. */
void search_add_start(struct made_files *files, struct arena *arena,
                      const struct collection *collection, const struct search_options *options,
                      struct buf *bytes);

/*
 * The same of another file. The `stem` is what its name begins with: «w12». Returns the hash in
 * the name, HASH_IN_INDEX digits. It, the path and the bytes live in `arena`.
 */
struct str search_add_file(struct made_files *files, struct arena *arena,
                           const struct collection *collection, struct str stem, struct buf *bytes);

#endif
