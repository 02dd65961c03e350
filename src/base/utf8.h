#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above
 * U+10FFFF. Letters, folding and order are in base/norwegian.h.
 */

/* Returns the offset of the first byte that is not valid UTF-8, or s.len. */
size_t utf8_valid_until(struct str s);

/*
 * Takes the first code point off *rest, which is valid and not empty, and returns it. Of a text
 * that is cut within a character, as a word of the command line may be, the last is U+FFFD.
 */
uint32_t utf8_next(struct str *rest);

/* Returns how many bytes at the front are ASCII. */
size_t utf8_ascii_until(struct str s);

/* Returns the offset after `count` code points of a valid string, or its length if it has fewer. */
size_t utf8_skip(struct str s, size_t count);

/* Returns how many bytes at the front are printable ASCII, tab or LF. */
size_t utf8_plain_until(struct str s);

/* Returns how many code points a valid string has. */
size_t utf8_count(struct str s);

/* True for C0, DEL and C1, except tab and LF. */
bool utf8_is_control(uint32_t rune);

/*
 * True for characters that change, unseen, how the text around them is read: the
 * bidirectional controls (CVE-2021-42574), zero-width space and no-break space,
 * word joiner, invisible operators, tags and the byte order mark; and for
 * noncharacters, which HTML, XML and YAML forbid. False for the joiners U+200C and
 * U+200D and the soft hyphen, which ordinary text needs.
 */
bool utf8_is_hidden(uint32_t rune);

/* True for spaces of any width and tab; false for LF and what does not show. */
bool utf8_is_blank(uint32_t rune);

/* True for hyphens, dashes and the minus sign; false for the soft hyphen. */
bool utf8_is_dash(uint32_t rune);

/* The control and the hidden characters as tables, in order: the script of a page is given them
 * (pages/form_known.c). */
struct utf8_range {
    uint32_t first, last;
};
enum { UTF8_CONTROL = 3, UTF8_HIDDEN = 27 };
extern const struct utf8_range utf8_control[UTF8_CONTROL], utf8_hidden[UTF8_HIDDEN];

#endif
