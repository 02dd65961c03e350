#include "base/die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Noreturn void __attribute__((format(printf, 2, 0)))
say_and_exit(const char *reason, const char *format, va_list args)
{
    char line[4096];
    int n = vsnprintf(line, sizeof line, format, args);
    if (n < 0)
        line[0] = '\0';
    fprintf(stderr, "samling: %s%s%s\n", line, reason ? ": " : "", reason ? reason : "");
    fflush(stderr);
    /* _exit: another thread may be in the middle of anything. */
    _exit(2);
}

void die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say_and_exit(NULL, format, args);
}

void die_errno(const char *format, ...)
{
    const char *reason = strerror(errno);
    va_list args;
    va_start(args, format);
    say_and_exit(reason, format, args);
}
