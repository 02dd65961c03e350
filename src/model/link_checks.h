#ifndef MODEL_LINK_CHECKS_H
#define MODEL_LINK_CHECKS_H

#include "model/language.h"

/*
 * The links of one document, in its body and in its fields: what they are
 * called, and whether their addresses look as if everybody could open them. No
 * address is looked up. Rules: model/language_rules.c.
 *
 * In the fields a map with `title` and `url` is a link, and any text that
 * begins with http:// or https:// is an address.
 */
void links_check(const struct writing *writing, struct diags *diags);

#endif
