#ifndef WRITING_MARK_FORMS_H
#define WRITING_MARK_FORMS_H

#include <stdbool.h>
#include <stddef.h>

#include "parse/prose.h"

/*
 * The marks that a page may show by mistake, each with what to write instead.
 * writing/leftover.h looks for them in a body, writing/plain_text.h in the fields.
 *
 * To add one: a row in the table of mark_forms.c, its function there, MARK_FORMS, and a line
 * in tests/check/mark-shown, or two if it counts in fields; its near misses in
 * tests/check/ok-signs.
 */

/*
 * How far a block or value has been looked through for the next sign of a kind, and whether
 * it stands there.
 */
struct mark_ahead {
    size_t at;
    bool found;
};

/* A place in a block, or in the value of a field, where a mark may stand. */
struct mark_place {
    const struct prose *prose;       /* NULL in a field */
    const struct prose_block *block; /* likewise */
    size_t at;
    struct str text;          /* from there to the end of the block or value */
    char before;              /* the byte before it there, or a blank */
    size_t told;              /* how often the same mark has been told of in the text */
    struct mark_ahead *ahead; /* of `*` and of `_`; places are asked for in their order */
};

struct mark_form {
    struct str begins;
    /* Returns how much of the text is the mark, with what belongs to it; 0: it is none. */
    size_t (*fits)(const struct mark_place *place);
    bool once;         /* one in a block is enough: the others are its other ends */
    bool field;        /* it counts in fields, too: it needs no block to be known by */
    struct str nb, en; /* what to write instead */
};

/* Of several that fit, the first counts. */
enum { MARK_FORMS = 30 };
extern const struct mark_form mark_forms[MARK_FORMS];

/* Returns how much of a field's value from `at` on is a mark that counts there; 0: none. */
size_t mark_in_field(struct str value, size_t at);

#endif
