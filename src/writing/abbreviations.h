#ifndef WRITING_ABBREVIATIONS_H
#define WRITING_ABBREVIATIONS_H

#include <stdbool.h>

#include "base/source.h"
#include "base/str.h"

struct arena;
struct writing;

/*
 * Abbreviations that are never written out: two to six capitals, as DFØ. An abbreviation
 * counts as explained if
 *
 *  - it stands in brackets, or has brackets after it;
 *  - words in the same document begin with its letters;
 *  - it is well known (writing/words.h);
 *  - a vocabulary has it among its names, or content/synonyms.yaml beside other words.
 *
 * The first three are asked here, while a document is read; the last when all documents
 * have been (collection/unexplained.h).
 */
struct abbreviation {
    struct str text;
    struct span span; /* where it first stands */
};

enum { ABBREVIATIONS_MAX = 30 }; /* per document, since each is looked for in all of its text */

struct abbreviations {
    struct abbreviation *items;
    size_t len, cap;
};

/*
 * Appends the abbreviations that a document does not explain itself, each once. List and
 * texts are put in `arena`.
 */
void abbreviations_gather(struct abbreviations *abbreviations, struct arena *arena,
                          const struct writing *writing);

/* Takes the next abbreviation off the front of *rest. Returns false if there are no more. */
bool abbreviations_next(struct str *rest, struct str *abbreviation);

#endif
