#ifndef WRITING_PLAIN_TEXT_H
#define WRITING_PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct diags;
struct value;

/*
 * Fields are plain text: of Markdown, HTML and entities in them readers see every sign.
 */

/*
 * Finds the first piece of a text that was meant as markup: `**ord**`, `_ord_`, `[ord](adresse)`,
 * `<b>`, `&amp;`, `\*`, and what writing/mark_forms.h knows. Stores where it stands; false if
 * there is none. Signs that stand alone (5 * 3, A & B, snake_case, [Utkast]) are no markup.
 */
bool plain_text_find(struct str text, size_t *start, size_t *end);

/* Tells of markup in the fields of a text or of the site, once for each value; none: NULL. */
void plain_text_check(const struct value *fields, struct diags *diags);

#endif
