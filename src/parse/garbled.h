#ifndef PARSE_GARBLED_H
#define PARSE_GARBLED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * Text that was UTF-8 and was read as Windows-1252 or Latin-1 on its way, so that each of its
 * letters has become two or three: «prÃ¸ve» for «prøve», «â€™» for «’». Nothing is
 * looked up: the letters are made bytes again, and the bytes are read as UTF-8. What that
 * gives must be a letter or a sign that is likely here, for «KAFÉ» in French quotation marks
 * has the two bytes of a letter, too.
 */

/* Returns how many bytes at the front of a text are one garbled character, or 0. */
size_t garbled_len(struct str text);

/* Returns the text with all such characters as they were meant; twice garbled ones, too. */
struct str garbled_meant(struct arena *arena, struct str text);

/* Returns the letter that a byte is in Windows-1252, or the absent str if it has none. */
struct str garbled_letter(struct arena *arena, unsigned char byte);

#endif
