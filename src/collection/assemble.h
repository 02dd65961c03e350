#ifndef COLLECTION_ASSEMBLE_H
#define COLLECTION_ASSEMBLE_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Makes entries, terms and pages of the documents that have been read, joins entries with
 * their terms and with each other, and puts everything in its order. Runs in one thread;
 * its cost grows with entries plus terms.
 *
 * A file whose fields could not be read makes no entry, but it does make its term or page.
 * A value that leads nowhere (an unknown term or entry) is reported at its place and left
 * out.
 */
void assemble(struct collection *collection, struct diags *diags);

#endif
