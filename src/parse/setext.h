#ifndef PARSE_SETEXT_H
#define PARSE_SETEXT_H

#include <stdbool.h>

#include "base/source.h"

/*
 * Headings that a line of `-` or `=` below the text makes (CommonMark 0.30, 4.3). Who wants
 * a line between two paragraphs, and forgets the empty one before it, gets such a heading.
 */
struct setext {
    struct str under; /* that line, a view into the source; absent in a heading with `#` */
    size_t lines;     /* of the text */
    bool boxed;       /* there is such a line above the text, too, as above and below fields */
};

/* Reads a heading that begins at `start`, a byte of the source; `last` is no line of later text. */
struct setext setext_read(const struct source *source, size_t start, size_t last);

/*
 * Whether the text was meant as text: a sentence, more than one line, or with a line below
 * it that is too short to be drawn on purpose.
 */
bool setext_is_accident(const struct setext *setext, struct str text);

#endif
