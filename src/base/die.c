#include "base/die.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/visible.h"

/* A path in a message is content, and must not control the terminal. */
static _Noreturn void __attribute__((format(printf, 2, 0)))
say_and_exit(const char *reason, const char *format, va_list args)
{
    struct buf message = BUF_INIT, line = BUF_INIT;
    buf_vformat(&message, format, args);
    buf_lit(&line, "samling: ");
    visible_put(&line, buf_str(&message));
    if (reason)
        buf_format(&line, ": %s", reason);
    buf_byte(&line, '\n');
    buf_write(&line, stderr);
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

/* Norwegian words for the errors that people run into; the system's words for all others. */
static const char *reason_of(int number)
{
    switch (number) {
    case ENOENT: return "finnes ikke";
    case ENOTDIR: return "er ikke en mappe";
    case EACCES:
    case EPERM: return "du har ikke tilgang";
    case EROFS: return "disken kan ikke skrives til";
    case ENOSPC:
    case EDQUOT: return "disken er full";
    case EMFILE:
    case ENFILE: return "for mange åpne filer";
    case EIO: return "disken svarer med feil";
    case EBUSY: return "er i bruk";
    case EEXIST: return "finnes fra før";
    case EXDEV: return "ligger på et annet filsystem";
    default: return strerror(number);
    }
}

void die_errno(const char *format, ...)
{
    const char *reason = reason_of(errno);
    va_list args;
    va_start(args, format);
    say_and_exit(reason, format, args);
}
