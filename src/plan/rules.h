#ifndef PLAN_RULES_H
#define PLAN_RULES_H

#include "base/diag.h"

/* What can be wrong with the plan. To add a rule: parse/rules.h has the recipe. */
enum plan_rule {
    RULE_PATH_COLLISION,
    RULE_MENU_PATH,
    RULE_FEATURED_PATH,
    RULE_ALIAS_PATH,
    RULE_ALIAS_TAKEN,
    RULE_ALIAS_WITHOUT_PAGE,
    RULE_REDIRECT_TARGET,
    RULE_PATH_LOST,
    RULE_PATH_MOVED,
    RULE_PATH_DRAFT,
    RULE_FILE_LOST,
    RULE_PATH_UNLISTED,
    RULE_PATHS_GONE,
    RULE_DOWNLOAD_SIZE,
    PLAN_RULES
};

extern const struct rule plan_rules[PLAN_RULES];

#endif
