#ifndef WRITING_SIGNS_H
#define WRITING_SIGNS_H

#include "base/diag.h"

struct prose;

/*
 * Tells of signs that belong to a text and made an item or a quote of what follows them, because
 * they begin a line: `+ 5 prosent`, `> 50 deltakere`, a dash in the middle of a sentence.
 */
void signs_check(const struct prose *prose, struct diags *diags);

#endif
