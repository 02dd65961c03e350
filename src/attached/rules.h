#ifndef ATTACHED_RULES_H
#define ATTACHED_RULES_H

#include "base/diag.h"

/*
 * What can be wrong with the bytes of a picture or a document. That no text shows it, or that
 * its name cannot stay, is told by collection/rules.h.
 *
 * To add a rule: the steps are those of parse/rules.h, with attached_tell(). If a text may
 * make an exception for it (collection/exceptions.h) it is a warning or advice.
 */
enum attached_rule {
    ATTACHED_LFS_POINTER,
    ATTACHED_EMPTY,
    ATTACHED_CONTENT,
    ATTACHED_WRONG_ENDING,
    ATTACHED_BROKEN,
    ATTACHED_PICTURE_SIZE,
    ATTACHED_PICTURE_PLACE,
    ATTACHED_PICTURE_METADATA,
    ATTACHED_SVG_SYNTAX,
    ATTACHED_SVG_DECLARATION,
    ATTACHED_SVG_ELEMENT,
    ATTACHED_SVG_ATTRIBUTE,
    ATTACHED_SVG_REFERENCE,
    ATTACHED_DOCUMENT_ACTIVE,
    ATTACHED_CSV_FORMULA,
    ATTACHED_RULES
};

extern const struct rule attached_rules[ATTACHED_RULES];

/* Adds a finding of one of these rules. */
void attached_tell(struct diags *diags, enum attached_rule rule, struct span span,
                   struct detail detail);

#endif
