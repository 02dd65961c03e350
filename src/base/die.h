#ifndef BASE_DIE_H
#define BASE_DIE_H

#include "base/said.h"

/*
 * The machine failed, or was used wrongly: say why and end with exit status 2.
 *
 * There are three kinds of failure and three tools. A mistake of ours is an
 * assert. A fault in the content is a finding (base/diag.h), and the program
 * goes on. Only what is left, such as a full disk or a missing permission, ends
 * here, with the path and the reason on standard error, in the language of messages (base/said.h):
 *
 *     die_errno(SAID("kan ikke lese %s", "cannot read %s"), path);
 *
 * Neither function returns. Both may be called from any thread: nothing that
 * has been published depends on a tidy exit (see publish/folder.h).
 */

_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* As die(), with ": " and the text of errno after the message. */
_Noreturn void die_errno(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
