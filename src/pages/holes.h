#ifndef PAGES_HOLES_H
#define PAGES_HOLES_H

#include "base/diag.h"

struct value;

/*
 * Checks the holes of a language's words, a map: what stands in braces is a noun (pages/nouns.h)
 * or a number, which a script fills. Adds a finding for each other hole, and for each text
 * whose numbers are not those of the same text in `measure`, which lies at `path`.
 */
void holes_check(const struct value *texts, const struct value *measure, struct str path,
                 struct diags *diags);

#endif
