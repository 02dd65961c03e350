#ifndef COLLECTION_UNEXPLAINED_H
#define COLLECTION_UNEXPLAINED_H

#include "base/diag.h"

struct collection;

/*
 * Tells of abbreviations that neither their document explains (writing/abbreviations.h)
 * nor the collection: no name of a term in a vocabulary and no group of synonyms has them.
 * A row in checks.c.
 */
void unexplained_check(const struct collection *collection, struct diags *diags);

#endif
