#ifndef WRITING_PERSONAL_H
#define WRITING_PERSONAL_H

#include "base/diag.h"
#include "base/source.h"

/*
 * What should not be told about persons, anywhere in a file: in fields, in the
 * text, in addresses of links and in comments. Rules: writing/rules.c.
 */
void personal_check(const struct source *source, struct diags *diags);

#endif
