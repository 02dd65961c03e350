#ifndef WRITING_NUMBERS_H
#define WRITING_NUMBERS_H

#include "base/diag.h"

struct writing;

/*
 * Tells of numbers and signs at the front of a line that Markdown took for those of a list
 * or a quote: dates, sums, sections of a law; of numbers that the page shows as others; and
 * of items that are indented too little to belong to the one above.
 */
void numbers_check(const struct writing *writing, struct diags *diags);

#endif
