#ifndef COLLECTION_BODY_LINKS_H
#define COLLECTION_BODY_LINKS_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Tells of links in bodies that lead to no page: to files, headings and pictures that are
 * not there, and to addresses that name no file of the collection. Suggests the one that
 * was likely meant.
 */
void body_links_check(const struct collection *collection, struct diags *diags);

#endif
