#ifndef WRITING_PHONE_H
#define WRITING_PHONE_H

#include "base/diag.h"
#include "base/source.h"

/*
 * Telephone numbers that stand beside the name of a person, anywhere in a file: in the same
 * sentence, row or point of a list. A name is two words in capitals and small
 * letters, none of which is the word of an institution or only begins the sentence. The
 * number of a switchboard is no person's.
 */
void phone_check(const struct source *source, struct diags *diags);

#endif
