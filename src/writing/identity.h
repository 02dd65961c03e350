#ifndef WRITING_IDENTITY_H
#define WRITING_IDENTITY_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/source.h"

/*
 * National identity numbers (writing/national_no.h) as they stand in a text, whatever is
 * between their digits. With both check digits right hardly any other number is taken for
 * one, so these may be written in any of the usual ways, and are errors; without them only
 * those of the plainest form are told, as warnings.
 */
void identity_check(const struct source *source, struct diags *diags);

/* Whether a valid one is in a text that is no file's, such as a path. */
bool identity_is_in(struct str text);

#endif
