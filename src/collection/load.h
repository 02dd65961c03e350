#ifndef COLLECTION_LOAD_H
#define COLLECTION_LOAD_H

#include "base/diag.h"
#include "base/fs.h"
#include "collection/collection.h"

/*
 * Reads the collection below `root`, the folder that holds `content/`: settings and
 * schema first, then every document once, in parallel. What the documents say is put
 * together in one thread, so that nothing depends on the number of threads.
 *
 * Returns false if the schema cannot be used; the findings say why. After true there may
 * be errors among them as well: the collection can be looked at, but not published.
 */
bool collection_load(struct collection *collection, const struct fs_root *root,
                     const struct load_options *options, struct diags *diags);

#endif
