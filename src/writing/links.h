#ifndef WRITING_LINKS_H
#define WRITING_LINKS_H

#include "base/diag.h"

struct writing;

/*
 * Checks the links of one document, in its body and in its fields: whether their texts
 * say where they lead, and whether their addresses look as if all readers could open
 * them. No address is looked up. Rules: writing/rules.c.
 *
 * In the fields a map with `title` and `url` is a link, and any text that
 * begins with http:// or https:// is an address.
 */
void links_check(const struct writing *writing, struct diags *diags);

#endif
