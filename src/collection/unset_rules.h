#ifndef COLLECTION_UNSET_RULES_H
#define COLLECTION_UNSET_RULES_H

#include "base/rule.h"

/*
 * The rules about what a site lacks. All are `told_last`, for no text is to blame, and those
 * without which no site should be published are `due`. To add one: unset.h.
 */
enum unset_rule {
    UNSET_CONTACT,
    UNSET_EDIT_URL,
    UNSET_BASE_URL,
    UNSET_ACCESSIBILITY,
    UNSET_PUBLISHER,
    UNSET_LICENCE,
    UNSET_REVIEW,
    UNSET_CATALOGUE,
    UNSET_RULES
};

extern const struct rule unset_rules[UNSET_RULES];

#endif
