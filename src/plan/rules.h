#ifndef PLAN_RULES_H
#define PLAN_RULES_H

#include "base/diag.h"

/* What can be wrong with the list of files to be. For adding one: parse/rules.h. */
enum plan_rule { RULE_PATH_COLLISION, RULE_MENU_PATH, PLAN_RULES };

extern const struct rule plan_rules[PLAN_RULES];

#endif
