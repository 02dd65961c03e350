#include "base/said.h"

/* Of the process, as said.h explains: any message may be the last, in any thread. */
static enum diag_language chosen = DIAG_NB;

enum diag_language said_language(void)
{
    return chosen;
}

void said_set_language(enum diag_language language)
{
    chosen = language;
}
