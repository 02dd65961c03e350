#ifndef SCHEMA_FORMAT_H
#define SCHEMA_FORMAT_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The formats `uri` and `email` of JSON Schema: whether a text has the grammar, and
 * nothing more. Whether all readers can open an address is a question for
 * writing/links.h; whether it answers, the program never asks. Dates are in base/date.h.
 */

/* Whether a text is a URI (RFC 3986, appendix A): with a scheme, all ASCII, not relative. */
bool format_is_uri(struct str text);

/*
 * Whether a text is a Mailbox (RFC 5321, 4.1.2, and the lengths of 4.5.3.1): a local
 * part, either words with dots between them or quoted, then a domain or an address
 * literal; no display name.
 */
bool format_is_email(struct str text);

/*
 * The two grammars as regular expressions, for a script that asks the same in a page;
 * both in JavaScript (flag `u`) and here (schema/pattern.h). The functions above are
 * faster, and tests/unit/test_schema.c compares them with these.
 */
extern const char format_uri_pattern[], format_email_pattern[];

#endif
