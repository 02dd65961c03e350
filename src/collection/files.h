#ifndef COLLECTION_FILES_H
#define COLLECTION_FILES_H

#include "base/diag.h"
#include "base/fs.h"
#include "collection/collection.h"

/*
 * What lies where. Walks the content folder and adds what it finds to the
 * collection: documents, by path, with kind, folder and slug but not yet read,
 * and pictures. Which folders hold which kind follows from the marks of the
 * schema, which must have been read. A file that fits no place is a finding.
 */
void files_find(struct collection *collection, const struct fs_root *root, struct diags *diags);

#endif
