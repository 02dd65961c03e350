#ifndef WRITING_UNASKED_CODE_H
#define WRITING_UNASKED_CODE_H

#include "base/diag.h"

struct prose;

/*
 * Tells of text that became code unasked: lines that are indented, and all that follows a
 * fence that is never closed.
 */
void unasked_code_check(const struct prose *prose, struct diags *diags);

#endif
