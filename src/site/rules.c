#include "site/rules.h"

#include "attached/rules.h"
#include "collection/rules.h"
#include "collection/unset_rules.h"
#include "pages/rules.h"
#include "parse/rules.h"
#include "plan/rules.h"
#include "schema/schema_rules.h"
#include "template/rules.h"
#include "writing/rules.h"

static const struct rule_table tables[] = {
    {parse_rules, PARSE_RULES},
    {attached_rules, ATTACHED_RULES},
    {schema_rules, SCHEMA_RULES},
    {writing_rules, WRITING_RULES},
    {collection_rules, COLLECTION_RULES},
    {unset_rules, UNSET_RULES},
    {plan_rules, PLAN_RULES},
    {page_rules, PAGE_RULES},
    {template_rules, TEMPLATE_RULES},
};

const struct rule_list site_rules = {tables, sizeof tables / sizeof *tables};
