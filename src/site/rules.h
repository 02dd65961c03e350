#ifndef SITE_RULES_H
#define SITE_RULES_H

#include "base/diag.h"

/*
 * All that the program can find wrong: the one list of the folders' tables of rules,
 * in the order in which a file goes through the folders. Folders that may not include
 * site/ are handed it: exceptions may name any rule (struct load_options). `samling
 * rules` prints it, and tests/check/every-rule-has-a-case demands a case for each.
 *
 * To add a rule: the recipe stands beside its table, such as parse/rules.h. To
 * add a table: its row in rules.c.
 */
extern const struct rule_list site_rules;

#endif
