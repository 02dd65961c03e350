#ifndef WRITING_ABBREVIATIONS_H
#define WRITING_ABBREVIATIONS_H

#include "base/diag.h"
#include "base/source.h"

struct arena;
struct collection;
struct writing;

/*
 * Abbreviations that are never written out: two to six capitals, as DFØ. One is
 * explained where it stands in brackets, or has brackets after it; where words
 * in the same document begin with its letters; where a vocabulary has it among its
 * names, or content/synonyms.yaml beside other words; and where everybody knows it
 * (writing/words.h).
 *
 * What a document does not explain by itself is gathered while it is read; the
 * rest is asked when all of them have been.
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

/* A row in the table of collection/checks.c. */
void abbreviations_check(const struct collection *collection, struct diags *diags);

#endif
