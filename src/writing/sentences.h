#ifndef WRITING_SENTENCES_H
#define WRITING_SENTENCES_H

#include "base/diag.h"

struct writing;

/*
 * Long sentences in a row, and long paragraphs. All of it is advice, and asks for a
 * language whose abbreviations the program knows: others have no ends of sentences.
 */
void sentences_check(const struct writing *writing, struct diags *diags);

#endif
