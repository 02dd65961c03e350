#ifndef COLLECTION_UNEXPLAINED_H
#define COLLECTION_UNEXPLAINED_H

#include "base/diag.h"
#include "base/map.h"

struct collection;

/* The abbreviations that a collection explains: as a set, and in the order in which they come. */
struct explained {
    struct map known;
    struct arena *arena;
    struct str *items;
    size_t len, cap;
};

/* Finds them: in the names of terms in vocabularies, and in the synonyms. */
void unexplained_known(const struct collection *collection, struct arena *arena,
                       struct explained *explained);

/*
 * Tells of abbreviations that neither their document explains (writing/abbreviations.h)
 * nor the collection. A row in checks.c.
 */
void unexplained_check(const struct collection *collection, struct diags *diags);

#endif
