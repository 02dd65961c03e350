#ifndef BASE_PLACEHOLDER_H
#define BASE_PLACEHOLDER_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/source.h"

/*
 * What a writer has still to fill in: `[FYLL INN: hva tiltaket går ut på]`, in a
 * field or in the body. collection/scaffold.h makes them; each one left is a finding.
 */
#define PLACEHOLDER_START "[FYLL INN"

/* Reports the first placeholder in the text of a field; `span` is the value's. */
bool placeholder_report(struct str text, struct span span, struct diags *diags);

/* Reports every placeholder in a body, each at its own place. */
void placeholder_report_all(const struct source *source, struct span body, struct diags *diags);

#endif
