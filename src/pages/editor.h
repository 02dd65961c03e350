#ifndef PAGES_EDITOR_H
#define PAGES_EDITOR_H

#include "pages/editor_inputs.h"

struct arena;
struct buf;

/*
 * The page for those who look after a collection: what should be mended, where it has gaps, what is
 * due, how it is shared among languages, and what will change when it is published. It is no page
 * of the site. The preview shows it, and `check --report` writes it to a file.
 *
 *     struct editor_inputs inputs = {.collection = …, .plan = …, .diags = …, .today = …};
 *     editor_put(&page, &inputs, &scratch);
 *
 * It is in the language of messages (base/said.h) and loads nothing: its style stands inside, and
 * its policy allows that one by its hash. What the schema names, it calls by that name.
 *
 * Errors
 * ------
 *
 * None: what cannot be known is said on the page. A collection whose schema could not be read has a
 * page of findings. Lists are bounded, and say how many more there are; all counts are of all.
 *
 * To add a section
 * ----------------
 *
 * A function beside those in pages/editor_parts.h, and its row in the table of editor.c.
 */
/* Appends the page. */
void editor_put(struct buf *out, const struct editor_inputs *inputs, struct arena *scratch);

/*
 * Returns the page's policy (Content-Security-Policy). One that is served with another is bound by
 * both. In the preview it allows the preview's own scripts and styles, too.
 */
struct str editor_policy(struct arena *arena, bool in_preview);

#endif
