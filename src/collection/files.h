#ifndef COLLECTION_FILES_H
#define COLLECTION_FILES_H

#include "base/diag.h"
#include "base/fs.h"
#include "collection/collection.h"

/*
 * Walks the content folder and adds to the collection what lies there: attachments, and
 * documents in the order of their paths, with kind, folder and slug, but not read yet.
 * A file that fits no place is reported. Files that have been listed already, with their stamps,
 * are handed in (load_options).
 *
 * The marks of the schema say which folders hold which kind: call marks_read() first.
 */
void files_find(struct collection *collection, const struct fs_root *root,
                const struct load_options *options, struct diags *diags);

#endif
