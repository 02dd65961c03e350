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
 * The list is the arena's; what a document says is the document's, and goes when
 * it is read again or the store is released. No document may be added once they
 * have been read.
 */
struct store {
    struct arena *arena;
    struct document *items; /* by path */
    size_t len, cap;
    struct map by_path; /* path → struct document; of those that have been read */
};

void store_init(struct store *store, struct arena *arena);
void store_release(struct store *store);

/* Adds one that has not been read, and numbers it. */
void store_add(struct store *store, struct document document);

/* Reads all of them, on so many threads. What comes of it does not depend on how many. */
void store_read(struct store *store, const struct document_reader *reader, size_t threads);

/* Drops what a document said before, and reads its file as it is now. */
void store_read_again(struct document *document, const struct document_reader *reader);

/*
 * Adds what was found in each document by itself. The documents keep it, and it
 * is valid until they are dropped.
 */
void store_findings(const struct store *store, struct diags *diags);

/* The document at a path, or NULL. */
struct document *store_find(const struct store *store, struct str path);

#endif
