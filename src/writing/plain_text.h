#ifndef WRITING_PLAIN_TEXT_H
#define WRITING_PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct diags;
struct writing;

/*
 * Fields are plain text: of Markdown, HTML and entities in them readers see every sign.
 */

/*
 * Finds the first piece of a text that was meant as markup: `**ord**`, `_ord_`, `[ord](adresse)`,
 * `<b>`, `&amp;`. Stores where it stands; false if there is none. Signs that stand alone (5 * 3,
 * A & B, snake_case, [Utkast]) and those after a backslash are no markup.
 */
bool plain_text_find(struct str text, size_t *start, size_t *end);

/* Tells of markup in the fields of a text, once for each value. */
void plain_text_check(const struct writing *writing, struct diags *diags);

#endif
