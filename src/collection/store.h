#ifndef COLLECTION_STORE_H
#define COLLECTION_STORE_H

#include "base/hash.h"
#include "base/map.h"
#include "collection/document.h"

/*
 * All documents of a collection.
 *
 *     store_init(&store, &arena);
 *     store_keep(&store, asked, &before);        // if those of an earlier one may serve
 *     store_add(&store, &document);              // as they are found, by path
 *     store_read(&store, &reader, threads);
 *     store_findings(&store, &diags);
 *     …
 *     store_read_again(document, &reader);       // when its file has changed
 *     store_release(&store);
 *
 * The list is in the arena. What was read of a document is released when it is read again or the
 * last store that has it is released; if documents share arenas, then with the store.
 *
 * Stores that share documents
 * ---------------------------
 *
 * A document whose file has not changed since an earlier store read it is shared by both. Its
 * `number` is its place in the store that it was added to last: before another one is used again,
 * store_number() puts its own back. So only one of them is in use at a time. Only documents with
 * arenas of their own can be shared so, or be read again.
 */
struct store {
    struct arena *arena;
    struct document **items; /* by path */
    size_t len, cap;
    struct map by_path; /* path → struct document; filled by store_read() */
    struct hash asked;  /* what decides, besides their bytes, what is read of documents */
    const struct store *before;
    const struct store_instead *instead;
    struct map
        left_out; /* paths that `instead` names, and of which it has no document; and slugs */
    struct document_reader reader;  /* set by store_read() */
    struct document_arenas *shared; /* one a worker; NULL: each document has an arena of its own */
};

/*
 * Documents that are to be as another store has them, whatever their files say now; those that it
 * has not are left out. What others say of one that is left out leads nowhere, and is no fault of
 * theirs.
 */
struct store_instead {
    struct map paths;
    const struct store *good; /* NULL: there is none */
};

void store_init(struct store *store, struct arena *arena);
void store_release(struct store *store);

/*
 * Takes over the documents of an earlier store, or of none if it is NULL, whose files have not
 * changed, when both were asked the same; and those of `instead`, unless it is NULL. What is handed
 * in may be released when documents have been read.
 */
void store_keep(struct store *store, struct hash asked, const struct store *before,
                const struct store_instead *instead);

/* Adds a document that has not been read, and numbers it. Its path is copied. */
void store_add(struct store *store, const struct document *document);

/*
 * Reads all documents that no earlier store has read, on `threads` threads. The result does not
 * depend on their number.
 */
void store_read(struct store *store, const struct document_reader *reader, size_t threads);

/* Drops what was read of a document, and reads its file as it is now. */
void store_read_again(struct document *document, const struct document_reader *reader);

/* Reads a document's text again, if nothing else has changed (document_read_text()). */
bool store_read_text(const struct store *store, struct document *document);

/*
 * Drops the texts of all bodies when all that is made of them has been made. The documents must
 * share their arenas.
 */
void store_drop_texts(struct store *store);

/* Numbers the documents by their places in this store. */
void store_number(struct store *store);

/*
 * Appends the findings of all documents to `diags`. They still belong to the documents,
 * and are valid until those are dropped.
 */
void store_findings(const struct store *store, struct diags *diags);

/* Whether a document with this path or slug is left out. Names of files must outlive the store. */
bool store_left_out(const struct store *store, struct str name);

/* Returns the document at a path, or NULL. */
struct document *store_find(const struct store *store, struct str path);

#endif
