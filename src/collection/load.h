#ifndef COLLECTION_LOAD_H
#define COLLECTION_LOAD_H

#include "base/diag.h"
#include "base/fs.h"
#include "collection/collection.h"

/*
 * Reads the collection below `root`, the folder that holds `content/`: settings
 * and schema, then every document once, in parallel, and then gathers in one
 * thread what they say, so that nothing depends on the number of threads.
 *
 * Returns false when the schema is too broken to go on; why is among the findings.
 * With true there may be findings, too: then nothing should be published.
 */
bool collection_load(struct collection *collection, const struct fs_root *root,
                     const struct load_options *options, struct diags *diags);

#endif
