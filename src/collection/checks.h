#ifndef COLLECTION_CHECKS_H
#define COLLECTION_CHECKS_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Runs the rules across documents over a collection that has been assembled. They are
 * the rows of the tables in checks.c; collection/rules.h has the recipe for a new one.
 */
void checks_run(const struct collection *collection, const struct load_options *options,
                struct diags *diags);

#endif
