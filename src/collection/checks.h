#ifndef COLLECTION_CHECKS_H
#define COLLECTION_CHECKS_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Rules across documents, run over a collection that has been gathered. They
 * are the rows of the table in checks.c; the recipe is in collection/rules.h.
 */
void checks_run(const struct collection *collection, const struct load_options *options,
                struct diags *diags);

#endif
