#ifndef WRITING_WRITING_H
#define WRITING_WRITING_H

#include "base/diag.h"
#include "collection/document.h"
#include "writing/words.h"
#include "parse/prose.h"

/*
 * One document as it is written. The rules that these functions find are rows of
 * writing/rules.c. Called for many documents at once; what they need for
 * themselves they take from `scratch`, which is emptied after each document.
 */
struct writing {
    const struct document *document;
    const struct prose *prose; /* of its body */
    struct arena *scratch;
    enum tongue tongue;
    bool advice; /* look for what is only advice, too */
};

/* Capitals, headings that repeat the title, long sentences and paragraphs. */
void language_check(const struct writing *writing, struct diags *diags);

/* The stretch of a text that shouts: capitals in several words, or in a long one. False: none. */
bool language_shouts(struct str text, bool heading, size_t *start, size_t *end);

#endif
