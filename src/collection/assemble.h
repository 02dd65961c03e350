#ifndef COLLECTION_ASSEMBLE_H
#define COLLECTION_ASSEMBLE_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Gathers what the documents say: terms from the vocabularies, entries with
 * their terms, pages, everything in its order. Runs in one thread after all
 * documents have been read; cost grows with entries plus terms.
 *
 * A document whose fields could not be read takes no part. What an entry says
 * that leads nowhere is reported here, at its place, and left out.
 */
void assemble(struct collection *collection, struct diags *diags);

#endif
