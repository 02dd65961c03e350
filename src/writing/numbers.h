#ifndef WRITING_NUMBERS_H
#define WRITING_NUMBERS_H

#include "base/diag.h"

struct writing;

/*
 * Tells of numbers at the front of a line that Markdown took for those of a list: dates, sums,
 * sections of a law; of numbers that the page shows as others; and of items that are indented too
 * little to belong to the one above. writing/signs.h has the other signs.
 */
void numbers_check(const struct writing *writing, struct diags *diags);

#endif
