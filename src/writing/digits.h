#ifndef WRITING_DIGITS_H
#define WRITING_DIGITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Numbers as people write them: with blanks of any kind, dashes, points and strokes between
 * their digits, with soft hyphens and emphasis that do not show, with characters written as
 * entities of HTML or escapes of YAML and of addresses, or with the wide digits of Asia.
 */
enum { DIGITS_MAX = 16 };

enum digit_gap {
    GAP_NONE,  /* nothing, or nothing that shows */
    GAP_BLANK, /* one blank */
    GAP_SIGNS, /* more of them, or a sign */
};

struct digits {
    size_t count;
    char digit[DIGITS_MAX];
    size_t end[DIGITS_MAX];            /* the offset after each digit */
    enum digit_gap before[DIGITS_MAX]; /* what stands between it and the one before */
};

/* Whether a digit begins at this offset, as a digit that digits_read() takes. */
bool digits_begin(struct str text, size_t at);

/*
 * Reads up to DIGITS_MAX digits from an offset where one begins. Each gap is read only so
 * far, so that the cost does not depend on the text.
 */
void digits_read(struct digits *digits, struct str text, size_t at);

/* Returns a set of bits: which of the first `count` digits have a gap before them. */
uint32_t digits_gaps(const struct digits *digits, size_t count);

/* Whether the number may end after `count` digits: another does not follow at once. */
bool digits_end(const struct digits *digits, size_t count);

#endif
