#ifndef BASE_VISIBLE_H
#define BASE_VISIBLE_H

#include "base/str.h"

struct arena;
struct buf;

/*
 * Text of strangers in a form that is safe to show on a terminal and in a log: one line of
 * valid UTF-8, in which line ends, control characters, hidden ones and bytes that are not
 * UTF-8 are escapes: \u{202E}, \xF8. A tab becomes a space. Whatever the program prints
 * that it did not write itself goes through here: findings, paths, options, messages.
 */
void visible_put(struct buf *out, struct str text);

/* The same as a text in the arena. */
struct str visible_text(struct arena *arena, struct str text);

#endif
