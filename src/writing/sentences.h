#ifndef WRITING_SENTENCES_H
#define WRITING_SENTENCES_H

#include "base/diag.h"

struct writing;

/*
 * Gives advice on long sentences in a row and on long paragraphs. The language must be one
 * whose abbreviations the program knows: without them it finds no ends of sentences.
 */
void sentences_check(const struct writing *writing, struct diags *diags);

#endif
