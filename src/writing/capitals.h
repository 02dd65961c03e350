#ifndef WRITING_CAPITALS_H
#define WRITING_CAPITALS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

struct writing;

/* Tells of text in capitals only: headings, sentences and single long words. */
void capitals_check(const struct writing *writing, struct diags *diags);

/*
 * Finds the first stretch of a text that shouts: several words together in capitals, or
 * a long one. Returns false if there is none. `heading`: the text is a heading or a title,
 * which shouts with fewer letters if all of it is in capitals.
 */
bool capitals_find(struct str text, bool heading, size_t *start, size_t *end);

#endif
