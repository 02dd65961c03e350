#ifndef WRITING_PERSONAL_H
#define WRITING_PERSONAL_H

#include "base/diag.h"
#include "base/source.h"

/*
 * What should not be told about persons, anywhere in a file: in fields, in the
 * text, in addresses of links and in comments. Rules: writing/rules.c.
 */
void personal_check(const struct source *source, struct diags *diags);

/* The same for the path of a file, which becomes an address; `span` is what is told of. */
void personal_check_path(struct str path, struct span span, struct diags *diags);

#endif
