#ifndef COLLECTION_EXCEPTIONS_H
#define COLLECTION_EXCEPTIONS_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * What a document asks not to be told, each with its reason, in its fields:
 *
 *     exceptions:
 *       - { rule: long-sentences, reason: Avsnittet er et sitat fra loven. }
 *
 * It holds for all that the rule finds in that file. Warnings and advice may be
 * silenced; they are shown apart, with the reason (base/diag.h). An error may not,
 * and the rule must be one that there is, in whatever folder (`options->rules`).
 *
 * Runs when all rules about the collection have. What is found later (plan/,
 * pages/, template/) is errors only, so no exception comes too early. An exception for something
 * that has not been looked for (`options`) is not held to be unneeded.
 */
void exceptions_apply(const struct collection *collection, const struct load_options *options,
                      struct diags *diags);

#endif
