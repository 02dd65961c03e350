#ifndef WRITING_UNMADE_LINKS_H
#define WRITING_UNMADE_LINKS_H

#include "base/diag.h"

struct writing;

/*
 * Tells of links and pictures that became none, so that the page shows their markup: a blank
 * in the address, quotation marks that are not straight, a label without an address. Adds
 * them to writing->told.
 */
void unmade_links_check(struct writing *writing, struct diags *diags);

#endif
