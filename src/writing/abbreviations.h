#ifndef WRITING_ABBREVIATIONS_H
#define WRITING_ABBREVIATIONS_H

#include <stdbool.h>

#include "base/source.h"
#include "base/str.h"

struct arena;
struct writing;

/*
 * Abbreviations that are never written out: two to six capitals, as DFØ. One is
 * explained where it stands in brackets, or has brackets after it; where words
 * in the same document begin with its letters; where a vocabulary has it among its
 * names, or content/synonyms.yaml beside other words; and where it is well known
 * (writing/words.h).
 *
 * What a document does not explain by itself is gathered while it is read; what the
 * collection explains is asked when all have been (collection/unexplained.h).
 */
struct abbreviation {
    struct str text;
    struct span span; /* where it first stands */
};

enum { ABBREVIATIONS_MAX = 30 }; /* in one document; looking for each costs its length */

struct abbreviations {
    struct abbreviation *items;
    size_t len, cap;
};

void abbreviations_gather(struct abbreviations *abbreviations, struct arena *arena,
                          const struct writing *writing);

/* Takes the next abbreviation off the front of *rest; false when there are no more. */
bool abbreviations_next(struct str *rest, struct str *abbreviation);

#endif
