#ifndef WRITING_CHECK_H
#define WRITING_CHECK_H

#include "base/diag.h"
#include "writing/abbreviations.h"
#include "writing/writing.h"

struct sketch;

/*
 * Checks one text.
 *
 * Calling sequence, of which each step may be left out:
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

/* Finds all that is wrong with one text, but for what writing/personal.h finds. */
void writing_check(const struct writing *writing, struct diags *diags);

/*
 * What a text leaves for the checks that compare texts, in the arena of its document;
 * empty when no advice is asked for.
 */
struct writing_facts {
    struct abbreviations abbreviations; /* that it does not explain */
    const struct sketch *sketch;        /* of what it says (writing/sketch.h); may be NULL */
};

#endif
