#ifndef WRITING_LINES_H
#define WRITING_LINES_H

#include "base/diag.h"

struct prose;

/*
 * Tells of lines in paragraphs that were meant as something else: headings and items of
 * lists that lack the space they need, or have a hard blank instead; signs that only other
 * programs make lists with; columns that were pasted; lines that only look empty.
 */
void lines_check(const struct prose *prose, struct diags *diags);

#endif
