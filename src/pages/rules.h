#ifndef PAGES_RULES_H
#define PAGES_RULES_H

#include "base/diag.h"

/* What can be wrong with the theme's own files. For adding one: parse/rules.h. */
enum render_rule {
    RULE_THEME_FILE_MISSING,
    RULE_STRING_NEEDED,
    RULE_STRING_MISSING,
    RULE_STRING_UNKNOWN,
    RENDER_RULES
};

extern const struct rule render_rules[RENDER_RULES];

#endif
