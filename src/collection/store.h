#ifndef COLLECTION_STORE_H
#define COLLECTION_STORE_H

#include "base/map.h"
#include "collection/document.h"

/*
 * All documents of a collection, each in memory of its own.
 *
 *     store_init(&store, &arena);
 *     store_add(&store, document);               // as they are found, by path
 *     store_read(&store, &reader, threads);
 *     store_findings(&store, &diags);
 *     …
 *     store_read_again(document, &reader);       // when its file has changed
 *     store_release(&store);
 *
 * The list is in the arena. Each document owns what was read of it, which is released when
 * it is read again or the store is released. Once documents have been read none may be
 * added, since they must not move.
 */
struct store {
    struct arena *arena;
    struct document *items; /* by path */
    size_t len, cap;
    struct map by_path; /* path → struct document; filled by store_read() */
};

void store_init(struct store *store, struct arena *arena);
void store_release(struct store *store);

/* Adds a document that has not been read, and numbers it. */
void store_add(struct store *store, struct document document);

/* Reads all documents on `threads` threads. The result does not depend on their number. */
void store_read(struct store *store, const struct document_reader *reader, size_t threads);

/* Drops what was read of a document, and reads its file as it is now. */
void store_read_again(struct document *document, const struct document_reader *reader);

/*
 * Appends the findings of all documents to `diags`. They still belong to the documents,
 * and are valid until those are dropped.
 */
void store_findings(const struct store *store, struct diags *diags);

/* Returns the document at a path, or NULL. */
struct document *store_find(const struct store *store, struct str path);

#endif
