#ifndef SCHEMA_FORMAT_H
#define SCHEMA_FORMAT_H

#include <stdbool.h>

#include "base/str.h"

/*
 * What the `format`s of JSON Schema mean by a URI and an e-mail address: the
 * grammar and nothing more. Whether a link may be published is another
 * question, and whether it answers a third. Dates are in base/date.h.
 */

/* A URI (RFC 3986, appendix A): with a scheme, all ASCII; no relative reference. */
bool format_is_uri(struct str text);

/*
 * A Mailbox (RFC 5321, 4.1.2, and the lengths of 4.5.3.1): local part as words
 * with dots or quoted, then a domain or an address literal; no display name.
 */
bool format_is_email(struct str text);

/*
 * The two grammars as regular expressions, for a script that asks the same in a page;
 * both in JavaScript (flag `u`) and here (schema/pattern.h). The functions above are
 * faster, and tests/unit/test_schema.c compares them with these.
 */
extern const char format_uri_pattern[], format_email_pattern[];

#endif
