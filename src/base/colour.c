#include "base/colour.h"

#include <math.h>

#include "base/arena.h"
#include "base/ascii.h"

bool colour_parse(struct str text, struct colour *colour)
{
    uint8_t parts[3];
    if (text.len != 7 || text.ptr[0] != '#')
        return false;
    for (size_t i = 0; i < 3; i++) {
        int high = ascii_hex(text.ptr[1 + 2 * i]), low = ascii_hex(text.ptr[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        parts[i] = (uint8_t)(high * 16 + low);
    }
    *colour = (struct colour){parts[0], parts[1], parts[2]};
    return true;
}

struct str colour_text(struct arena *arena, struct colour colour)
{
    return str_format(arena, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
}

static uint8_t mix_part(unsigned from, unsigned to, unsigned share)
{
    return (uint8_t)((from * (COLOUR_FULL - share) + to * share + COLOUR_FULL / 2) / COLOUR_FULL);
}

struct colour colour_mix(struct colour from, struct colour to, unsigned share)
{
    return (struct colour){mix_part(from.red, to.red, share), mix_part(from.green, to.green, share),
                           mix_part(from.blue, to.blue, share)};
}

/*
 * Returns the light of a part of a colour, in millionths of all light. A part has 256 values, and
 * none of them is near a half here, so the last bits of pow(), which differ between libraries,
 * do not count.
 */
static unsigned long light_of(uint8_t part)
{
    double share = part / 255.0;
    share = share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
    return (unsigned long)(share * 1e6 + 0.5);
}

/* WCAG 2.2, «relative luminance», in millionths. */
static unsigned long luminance(struct colour colour)
{
    return (2126 * light_of(colour.red) + 7152 * light_of(colour.green) +
            722 * light_of(colour.blue)) /
           10000;
}

unsigned colour_contrast(struct colour one, struct colour other)
{
    unsigned long light = luminance(one) + 50000, dark = luminance(other) + 50000;
    return (unsigned)(light > dark ? light * 100 / dark : dark * 100 / light);
}
