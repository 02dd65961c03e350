#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* A colour of sRGB, as style sheets write it: #1d4a7c. Same colours, same answers, on any machine.
 */
struct colour {
    uint8_t red, green, blue;
};

enum { COLOUR_FULL = 255 };

/* Stores the colour. False unless the text is # and six hexadecimal digits. */
bool colour_parse(struct str text, struct colour *colour);

struct str colour_text(struct arena *arena, struct colour colour);

/* Returns the colour that is `share` of COLOUR_FULL on the way from one to the other. */
struct colour colour_mix(struct colour from, struct colour to, unsigned share);

/* Returns their contrast as WCAG 2.2 defines it, in hundredths, rounded down: 100 to 2100. */
unsigned colour_contrast(struct colour one, struct colour other);

#endif
