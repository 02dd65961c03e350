#include "plan/rules.h"

const struct rule plan_rules[PLAN_RULES] = {
    [RULE_PATH_COLLISION] =
        {
            .id = "path-collision",
            .severity = SEVERITY_ERROR,
            .text = {"siden {0} blir allerede laget av {1}", "{1} makes the page {0} already"},
            .help = {"velg et annet navn", "choose another name"},
        },
    [RULE_MENU_PATH] =
        {
            .id = "menu-path",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke en side på nettstedet", "“{0}” is no page of the site"},
            .help = {"skriv stien til en side, for eksempel {1}",
                     "write the path of a page, such as {1}"},
        },
};
