#ifndef WRITING_PERSONAL_H
#define WRITING_PERSONAL_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/source.h"

/*
 * What should not be told about persons, anywhere in a file: in fields, in the
 * text, in addresses of links and in comments. Rules: writing/rules.c.
 */
void personal_check(const struct source *source, struct diags *diags);

/* The same for the path of a file, which becomes an address; `span` is what is told of. */
void personal_check_path(struct str path, struct span span, struct diags *diags);

/*
 * Whether an e-mail address is built like a person's, first name and last name:
 * ola.nordmann@etat.no. A part that is a role (postmottak), or that the domain
 * has, too, makes it the address of a body.
 */
bool personal_is_address(struct str local, struct str domain);

#endif
