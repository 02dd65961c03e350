#ifndef TEMPLATE_RULES_H
#define TEMPLATE_RULES_H

#include "base/diag.h"

/*
 * What can be wrong with a template.
 *
 * To add a rule:
 *   1. a name in the enum below, and a row at that name in rules.c;
 *   2. the diag_add() that tells of it (lex_tell, unit_tell, compile_tell);
 *   3. a case tests/template/<id without "template-">/ that provokes it; the
 *      tests fail on a rule without one.
 */
enum template_rule {
    /* the text of one file */
    TEMPLATE_UNCLOSED_TAG,
    TEMPLATE_BAD_NAME,
    TEMPLATE_BAD_DELIMITERS,
    TEMPLATE_UNCLOSED_SECTION,
    TEMPLATE_CROSSED_SECTION,
    TEMPLATE_UNOPENED_SECTION,
    TEMPLATE_TOO_DEEP,
    /* a template with all that it includes */
    TEMPLATE_MISSING,
    TEMPLATE_TOO_LARGE,
    /* only with a shape */
    TEMPLATE_MISSING_PARTIAL,
    TEMPLATE_RECURSIVE_PARTIAL,
    TEMPLATE_UNKNOWN_NAME,
    TEMPLATE_UNKNOWN_BLOCK,
    TEMPLATE_OUTSIDE_BLOCK,
    TEMPLATE_NOT_TEXT,
    TEMPLATE_RAW_TEXT,
    TEMPLATE_ESCAPED_HTML,
    TEMPLATE_RULES,
};

extern const struct rule template_rules[TEMPLATE_RULES];

#endif
