#ifndef COLLECTION_UNSET_H
#define COLLECTION_UNSET_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Tells what readers are without because the settings leave a field out. Such a field may be
 * left out, so this is advice; and it is about the site, so it is told last.
 *
 * To add a field: its rule in collection/rules.c with `told_last`, its row in unset.c.
 */
void unset_check(const struct collection *collection, struct diags *diags);

#endif
