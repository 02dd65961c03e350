#include "plan/rules.h"

const struct rule plan_rules[PLAN_RULES] = {
    [RULE_PATH_COLLISION] =
        {
            .id = "path-collision",
            .severity = SEVERITY_ERROR,
            .text = {"to kilder vil bli siden {0}: denne og {1}",
                     "two sources want to be the page {0}: this one and {1}"},
            .help = {"gi en av dem et annet navn", "rename one of them"},
        },
    [RULE_MENU_PATH] =
        {
            .id = "menu-path",
            .severity = SEVERITY_ERROR,
            .text = {"menyen peker til «{0}», som ikke finnes på nettstedet",
                     "the menu leads to “{0}”, which is not on the site"},
            .help = {"skriv stien til en side som blir laget",
                     "write the path of a page that is made"},
        },
};
