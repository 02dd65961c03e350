#ifndef COLLECTION_UNEXPLAINED_H
#define COLLECTION_UNEXPLAINED_H

#include "base/diag.h"

struct collection;

/*
 * Abbreviations that neither their document (writing/abbreviations.h) nor the collection
 * explains: no name of a term has them, and no group of synonyms. A row in the table
 * of collection/checks.c.
 */
void unexplained_check(const struct collection *collection, struct diags *diags);

#endif
