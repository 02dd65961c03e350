#ifndef WRITING_MAIL_H
#define WRITING_MAIL_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/source.h"

/*
 * E-mail addresses of persons, and those at a provider of private mail, anywhere in a file,
 * also when they are written so that programs do not see them: ola.nordmann (at) etat.no.
 */
void mail_check(const struct source *source, struct diags *diags);

/*
 * Whether an address is built like a person's, first name and last name:
 * ola.nordmann@etat.no. A part that is a role (postmottak), or that the domain
 * has, too, makes it the address of a body.
 */
bool mail_is_personal(struct str local, struct str domain);

#endif
