#ifndef COMMANDS_NEW_PATHS_H
#define COMMANDS_NEW_PATHS_H

#include "site/site.h"

/*
 * The addresses of a site that are not yet on the list of those that must stay
 * (collection/published.h). Either is called last, when nothing can fail any more: an address
 * counts as published only when it is.
 */

/* Whether there is anything that new_paths_tell() says. */
bool new_paths_any(const struct site *site);

/* Says how many they are, and how to add them, if there is a list and it lacks any. */
void new_paths_tell(const struct site *site);

/* Adds them to the list below `folder`, and says how many they were. */
void new_paths_keep(struct site *site, struct str folder);

#endif
