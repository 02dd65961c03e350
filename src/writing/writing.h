#ifndef WRITING_WRITING_H
#define WRITING_WRITING_H

#include <stdbool.h>

#include "base/language.h"
#include "base/str.h"
#include "base/value.h"
#include "parse/prose.h"
#include "writing/words.h"

struct arena;

/*
 * One text as it is written: its fields and its body, and nothing of the collection
 * that it belongs to. writing/check.h has what is done with it.
 */
struct stretch {
    size_t start, end; /* in the text of the prose */
};

struct writing {
    const struct value *fields;      /* settled; NULL when they could not be read */
    const struct prose *prose;       /* of the body; its source is the file */
    struct arena *scratch;           /* emptied by the caller after each text */
    const struct language *language; /* NULL: the program knows no words of it */
    bool advice;                     /* also look for what is only advice */
    struct {
        struct stretch *items;
        size_t len, cap;
    } told; /* what is told of as markup already, in order: other rules leave it alone */
};

/* Whether a byte of the prose's text lies in one of the stretches that are told of. */
bool writing_is_told(const struct writing *writing, size_t at);

/* The fields that people read as text. */
enum { WRITING_FIELDS = 3 };

extern const struct writing_field {
    struct str name;
    bool heading; /* is shown as one */
} writing_fields[WRITING_FIELDS];

#endif
