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

/*
 * Whether an e-mail address is built like a person's, first name and last name:
 * ola.nordmann@etat.no. A part that is a role (postmottak), or that the domain
 * has, too, makes it the address of a body.
 */
bool personal_is_address(struct str local, struct str domain);

enum national_id { NATIONAL_ID_NO, NATIONAL_ID_DATED, NATIONAL_ID_VALID };

/*
 * What eleven digits are: valid as fødselsnummer or d-number (the day plus 40),
 * with both check digits (Skatteetaten, «Fødselsnummer»: modulus 11 of the weights
 * 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2), or only beginning like one. Numbers
 * made for tests (the month plus 40, 65 or 80) belong to no person.
 */
enum national_id personal_national_id(const char digits[11]);

#endif
