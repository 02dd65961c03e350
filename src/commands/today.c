#include "commands/today.h"

#include <stdlib.h>
#include <time.h>

#include "base/die.h"

struct date today(void)
{
    const char *set = getenv("SOURCE_DATE_EPOCH");
    if (!set || !*set)
        return date_of_seconds((int64_t)time(NULL));
    char *end;
    long long seconds = strtoll(set, &end, 10);
    if (*end)
        die(SAID("SOURCE_DATE_EPOCH skal være sekunder siden 1970, ikke «%s»",
                 "SOURCE_DATE_EPOCH must be seconds since 1970, not “%s”"),
            set);
    return date_of_seconds(seconds);
}
