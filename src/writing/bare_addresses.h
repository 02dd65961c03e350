#ifndef WRITING_BARE_ADDRESSES_H
#define WRITING_BARE_ADDRESSES_H

#include "base/diag.h"

struct writing;

/* Tells of web addresses in the text that are no links: CommonMark makes none of them. */
void bare_addresses_check(const struct writing *writing, struct diags *diags);

#endif
