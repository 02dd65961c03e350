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

#endif
