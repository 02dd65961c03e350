#ifndef COMMANDS_VERIFIED_H
#define COMMANDS_VERIFIED_H

#include "compare/verify.h"

/*
 * Says on standard output what was found in a folder: a line for each file that is missing, changed
 * or foreign, and then one for the whole.
 */
void verified_tell_files(const struct verification *found, struct arena *arena, struct str folder);

/* Says whose the folder is, or why that is not known. */
void verified_tell_signature(const struct verification *found, struct arena *arena,
                             const struct public_key *key);

#endif
