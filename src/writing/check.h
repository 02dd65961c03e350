#ifndef WRITING_CHECK_H
#define WRITING_CHECK_H

#include "base/diag.h"
#include "writing/abbreviations.h"
#include "writing/writing.h"

struct sketch;

/*
 * Checks one text.
 *
 * Calling sequence. Each step may be left out:
 *
 *     personal_check(source, diags);                   before the file is parsed
 *     struct writing writing = {fields, &prose, …};    after
 *     writing_check(&writing, diags);
 *     abbreviations_gather(&facts.abbreviations, arena, &writing);    for later
 *     facts.sketch = sketch_make(arena, text);
 *
 * Many texts may be checked at once, each with a scratch arena of its thread, which
 * the caller empties after each text.
 *
 * To add a rule: writing/rules.h has the recipe.
 */

/*
 * Checks a text by the rules that need no other text, except those of writing/personal.h.
 * Fills in writing->told.
 */
void writing_check(struct writing *writing, struct diags *diags);

/*
 * What the checks that compare texts need to know of each. It is in the arena of the
 * text's document, and empty when no advice is asked for.
 */
struct writing_facts {
    struct abbreviations abbreviations; /* those that it does not explain */
    const struct sketch *sketch;        /* NULL: the text is too short to compare */
};

#endif
