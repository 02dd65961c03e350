#ifndef COMMANDS_TODAY_H
#define COMMANDS_TODAY_H

#include "base/date.h"

/*
 * Returns the day, in UTC: that of SOURCE_DATE_EPOCH
 * (https://reproducible-builds.org/specs/source-date-epoch/), or of the clock. Only check asks,
 * a build that writes the day down in the collection, and sign: no byte that is published depends
 * on the clock otherwise.
 */
struct date today(void);

/* The same as seconds since 1970. */
int64_t now_in_seconds(void);

#endif
