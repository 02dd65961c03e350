#ifndef COLLECTION_SHARES_H
#define COLLECTION_SHARES_H

#include "collection/collection.h"

/*
 * How much of a collection is in each language: titles, summaries and texts of all its files,
 * drafts too where they were read. Public bodies in Norway owe the law on language an account of
 * this.
 */
struct share {
    struct str language;
    size_t words;
    size_t entries; /* of those that are published */
};

struct shares {
    struct share **items; /* those with the most words first */
    size_t len, cap;
    size_t words; /* of all */
};

/* Returns them, in the arena. */
struct shares shares_of(struct arena *arena, const struct collection *collection);

#endif
