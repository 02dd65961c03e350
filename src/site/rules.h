#ifndef SITE_RULES_H
#define SITE_RULES_H

#include "base/diag.h"

/*
 * All that the program can find wrong: the one list of the folders' tables of
 * rules, in the order of the folders that a file goes through. Those who may not
 * include site/ are handed it: exceptions name any rule (struct load_options).
 * `samling rules` prints it, and tests/check/every-rule-has-a-case wants a case for each.
 *
 * To add a rule: the recipe stands beside its table, such as parse/rules.h. To
 * add a table: its row in rules.c.
 */
extern const struct rule_list site_rules;

#endif
