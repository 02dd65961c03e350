#ifndef WRITING_MARKUP_H
#define WRITING_MARKUP_H

#include "writing/writing.h"

/*
 * What was meant as something else than Markdown makes of it: headings, lists,
 * tables and links that are none, and code that is no code. What a page shows
 * then is no fault of form, so nobody but us tells the writer.
 */
void markup_check(const struct writing *writing, struct diags *diags);

#endif
