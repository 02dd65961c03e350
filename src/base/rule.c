#include "base/rule.h"

const struct rule *rule_at(const struct rule_list *list, size_t number)
{
    for (size_t t = 0; list && t < list->count; t++) {
        if (number < list->tables[t].count)
            return &list->tables[t].rows[number];
        number -= list->tables[t].count;
    }
    return NULL;
}

const struct rule *rule_find(const struct rule_list *list, struct str id)
{
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(list, i)); i++)
        if (str_eq(id, str_of(rule->id)))
            return rule;
    return NULL;
}
