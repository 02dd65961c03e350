#ifndef WRITING_HEADINGS_H
#define WRITING_HEADINGS_H

#include "base/diag.h"

struct writing;

/*
 * Tells of headings that repeat the title or have nothing under them, and of paragraphs
 * in bold or italics that stand where a heading should.
 */
void headings_check(const struct writing *writing, struct diags *diags);

#endif
