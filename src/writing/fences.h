#ifndef WRITING_FENCES_H
#define WRITING_FENCES_H

#include "base/diag.h"

struct prose;

/*
 * Tells of text that became code unasked: lines that are indented, and all that follows a
 * fence that is never closed.
 */
void fences_check(const struct prose *prose, struct diags *diags);

#endif
