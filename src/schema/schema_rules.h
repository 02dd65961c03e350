#ifndef SCHEMA_SCHEMA_RULES_H
#define SCHEMA_SCHEMA_RULES_H

#include "base/diag.h"

/*
 * The rules that documents are checked by, then those of schema_compile().
 *
 * In the first group {0} is the field (`title`, `source.page`) and {1} the
 * value, shortened. Each type has a rule of its own, so that the help can show how
 * a value of it is written.
 *
 * To add a rule: a name here, a row at the same place in schema_rules.c, and a
 * case under tests/check/ named after its id.
 */
enum schema_rule {
    SCHEMA_RULE_UNKNOWN_KEY,
    SCHEMA_RULE_MISSING_KEY,
    SCHEMA_RULE_MISSING_VALUE,
    SCHEMA_RULE_NOT_ALLOWED,
    SCHEMA_RULE_NOT_TEXT,
    SCHEMA_RULE_NOT_INTEGER,
    SCHEMA_RULE_NOT_NUMBER,
    SCHEMA_RULE_NOT_BOOLEAN,
    SCHEMA_RULE_NOT_NULL,
    SCHEMA_RULE_NOT_LIST,
    SCHEMA_RULE_NOT_MAP,
    SCHEMA_RULE_WRONG_TYPE, /* where several types are allowed; {1}: an example of each */
    SCHEMA_RULE_NOT_ALLOWED_VALUE,
    SCHEMA_RULE_TOO_SHORT,
    SCHEMA_RULE_TOO_LONG,
    SCHEMA_RULE_PATTERN_MISMATCH,
    SCHEMA_RULE_PATTERN_TOO_SLOW,
    SCHEMA_RULE_INTEGER_TOO_LONG,
    SCHEMA_RULE_TOO_SMALL,
    SCHEMA_RULE_TOO_LARGE,
    SCHEMA_RULE_TOO_FEW_ITEMS,
    SCHEMA_RULE_TOO_MANY_ITEMS,
    SCHEMA_RULE_DUPLICATE_ITEM,
    SCHEMA_RULE_BAD_DATE,
    SCHEMA_RULE_DATE_FORM,
    SCHEMA_RULE_BAD_URI,
    SCHEMA_RULE_BAD_EMAIL,
    SCHEMA_RULE_TEXT_CUT,
    SCHEMA_RULE_PLACEHOLDER, /* {0}: the question in it */

    SCHEMA_RULE_UNKNOWN_KEYWORD,
    SCHEMA_RULE_BAD_KEYWORD,
    SCHEMA_RULE_UNKNOWN_TYPE,
    SCHEMA_RULE_UNKNOWN_FORMAT,
    SCHEMA_RULE_UNKNOWN_REQUIRED,
    SCHEMA_RULE_BAD_PATTERN,
    SCHEMA_RULE_BAD_SCHEMA,

    SCHEMA_RULES
};

extern const struct rule schema_rules[SCHEMA_RULES];

/* Adds a finding of one of these rules. */
void schema_tell(struct diags *diags, enum schema_rule rule, struct span span,
                 struct detail detail);

#endif
