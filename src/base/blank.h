#ifndef BASE_BLANK_H
#define BASE_BLANK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * Hard blanks: the characters of Unicode's category Zs that are no U+0020. They come with
 * text from word processors, and to people they look like a space; to YAML and Markdown
 * they are letters.
 */

/* Returns how many bytes the hard blank at the front of a text has, or 0. */
size_t blank_hard_len(struct str text);

/* Whether an ordinary blank or a line end stands at an offset, or the text has ended. */
bool blank_at(struct str text, size_t at);

/*
 * Return whether nothing but ordinary blanks stands before an offset on its line, and behind it.
 * They look no further than the first byte that is no blank, so asking of each sign of a line
 * costs what the line is long.
 */
bool blank_before(struct str text, size_t at);
bool blank_behind(struct str text, size_t at);

/* Returns how many bytes the blank at the end of a text has, hard or ASCII's, or 0. */
size_t blank_last_len(struct str text);

/* Returns the text without the blanks at its ends, hard ones as well as ASCII's. */
struct str blank_trim(struct str text);

#endif
