#ifndef WRITING_LEFTOVER_H
#define WRITING_LEFTOVER_H

#include "base/diag.h"

struct writing;

/*
 * Tells of marks that are left over in the text when Markdown has been made of it, so that
 * the page shows them as they are written: emphasis that became none, and what only other
 * programs know, such as footnotes and shortcodes. Adds them to writing->told.
 *
 * A mark in code, or behind a backslash, is meant to be shown.
 */
void leftover_check(struct writing *writing, struct diags *diags);

#endif
