#ifndef WRITING_WRITING_H
#define WRITING_WRITING_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/value.h"
#include "parse/prose.h"
#include "writing/abbreviations.h"
#include "writing/words.h"

struct arena;
struct sketch;

/*
 * One text as it is written: its fields and its body, and nothing of the collection
 * it belongs to.
 *
 *     personal_check(source, diags);                   before the file is parsed
 *     struct writing writing = {fields, &prose, …};    after
 *     writing_check(&writing, diags);
 *     abbreviations_gather(&facts.abbreviations, arena, &writing);    for later
 *     facts.sketch = sketch_make(arena, text);
 *
 * The findings are rows of writing/rules.c. Called for many texts at once; what the
 * checks need for themselves they take from `scratch`, which the caller empties after
 * each text.
 */
struct writing {
    const struct value *fields; /* settled; NULL when they could not be read */
    const struct prose *prose;  /* of the body; its source is the file */
    struct arena *scratch;
    enum word_language language;
    bool advice; /* look for what is only advice, too */
};

/* All rules about one text but those of writing/personal.h. */
void writing_check(const struct writing *writing, struct diags *diags);

/*
 * What a text leaves for the checks that compare texts, in the arena of its document;
 * empty when no advice is asked for.
 */
struct writing_facts {
    struct abbreviations abbreviations; /* that it does not explain */
    const struct sketch *sketch;        /* of what it says (writing/sketch.h); may be NULL */
};

/* The fields that people read as text. */
enum { WRITING_FIELDS = 3 };

extern const struct writing_field {
    struct str name;
    bool heading; /* stands as a heading does */
} writing_fields[WRITING_FIELDS];

#endif
