#ifndef PAGES_RULES_H
#define PAGES_RULES_H

#include "base/diag.h"

/*
 * What can be wrong with the theme's own files, and with the colours set in the place of its. To
 * add a rule: parse/rules.h has the recipe.
 */
enum page_rule {
    RULE_THEME_FILE_MISSING,
    RULE_STRING_NEEDED,
    RULE_STRING_MISSING,
    RULE_STRING_UNKNOWN,
    RULE_STRING_HOLE,
    RULE_STRING_NUMBERS,
    RULE_STRING_UNUSED,
    RULE_TEMPLATE_UNUSED,
    RULE_TEMPLATE_PAGING,
    RULE_STYLE_LINK,
    RULE_COLOUR_CONTRAST,
    PAGE_RULES
};

extern const struct rule page_rules[PAGE_RULES];

#endif
