#ifndef WRITING_MARKUP_H
#define WRITING_MARKUP_H

#include "base/diag.h"

struct writing;

/*
 * What was meant as something else than Markdown and YAML make of it: lists, tables,
 * headings and addresses that are none, code that is no code, quotation marks that
 * become part of a title. A page is made of it all the same, so only these rules
 * tell the writer.
 */
void markup_check(const struct writing *writing, struct diags *diags);

#endif
