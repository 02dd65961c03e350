#ifndef COLLECTION_ATTACHMENTS_H
#define COLLECTION_ATTACHMENTS_H

#include "collection/collection.h"

/*
 * Which of the pictures and documents beside the texts are published: those that the page of
 * a text shows or links to, and no others. files_find() has found them all; when the texts
 * have been read, attachments_read() follows their links, and looks at the bytes of those
 * that will be published, in parallel.
 */
void attachments_read(struct collection *collection, const struct fs_root *root, size_t threads,
                      struct diags *diags);

/* Gives advice about those that no text uses. What only a draft uses is not forgotten. */
void attachments_check_unused(const struct collection *collection, struct diags *diags);

#endif
