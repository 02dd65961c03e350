#ifndef WRITING_MARKUP_H
#define WRITING_MARKUP_H

#include "base/diag.h"

struct writing;

/*
 * Tells of what Markdown and YAML take for something else than the writer meant: lists,
 * tables, headings and addresses that do not become any, text that becomes code,
 * quotation marks that become part of a title. No parser finds them wrong, so only these
 * rules tell the writer. Each idea has a file of its own; the marks that were left over are
 * kept in writing->told.
 */
void markup_check(struct writing *writing, struct diags *diags);

#endif
