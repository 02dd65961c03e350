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

/* Our own words for the errors that people run into; the system's for all others. */
static const char *reason_of(int number)
{
    switch (number) {
    case ENOENT: return SAID("finnes ikke", "it does not exist");
    case ENOTDIR: return SAID("er ikke en mappe", "it is not a folder");
    case EACCES:
    case EPERM: return SAID("du har ikke tilgang", "you do not have access");
    case EROFS: return SAID("disken kan ikke skrives til", "the disk cannot be written to");
    case ENOSPC:
    case EDQUOT: return SAID("disken er full", "the disk is full");
    case EMFILE:
    case ENFILE: return SAID("for mange åpne filer", "too many open files");
    case EIO: return SAID("disken svarer med feil", "the disk answers with errors");
    case EBUSY: return SAID("er i bruk", "it is in use");
    case EEXIST: return SAID("finnes fra før", "it exists already");
    case EXDEV: return SAID("ligger på et annet filsystem", "it lies on another file system");
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
