#ifndef COMMANDS_BASE_URL_H
#define COMMANDS_BASE_URL_H

#include "base/str.h"

/* The option that gives the address of the site, in the place of what site.yaml says. */
#define OPTION_BASE_URL(target) \
    { \
        "--base-url", "URL", OPTION_TEXT, target, \
            SAID("nettstedets adresse, med / til slutt", \
                 "the address of the site, with / at the end") \
    }

/* Ends the program unless an address that was given may stand in site.yaml, too. */
void base_url_check(struct str url);

#endif
