#ifndef COLLECTION_EXCEPTIONS_H
#define COLLECTION_EXCEPTIONS_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Excuses what documents make exceptions for in their fields, each with its reason:
 *
 *     exceptions:
 *       - { rule: long-sentences, reason: Avsnittet er et sitat fra loven. }
 *
 * An exception excuses all that the rule finds in that file; one for a rule about the bytes of
 * pictures and documents (attached/rules.h), all that it finds in those the text uses. What is
 * excused is kept apart and shown with the reason (base/diag.h). Only warnings and advice can be
 * excused. An exception from an error, from a rule that does not exist (`options->rules`), or that
 * excuses nothing is reported; the last not if `options` left the rule out.
 *
 * Called when all rules of the collection have run. Later stages (plan/, pages/, template/)
 * find errors only, so none of theirs could be excused.
 */
void exceptions_apply(const struct collection *collection, const struct load_options *options,
                      struct diags *diags);

#endif
