#include "commands/today.h"

#include <stdlib.h>
#include <time.h>

#include "base/die.h"

int64_t now_in_seconds(void)
{
    const char *set = getenv("SOURCE_DATE_EPOCH");
    if (!set || !*set)
        return (int64_t)time(NULL);
    char *end;
    long long seconds = strtoll(set, &end, 10);
    if (*end)
        die(SAID("SOURCE_DATE_EPOCH skal være sekunder siden 1970, ikke «%s»",
                 "SOURCE_DATE_EPOCH must be seconds since 1970, not “%s”"),
            set);
    return seconds;
}

struct date today(void)
{
    return date_of_seconds(now_in_seconds());
}
