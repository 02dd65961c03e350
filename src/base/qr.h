#ifndef BASE_QR_H
#define BASE_QR_H

#include "base/str.h"

struct buf;

/*
 * QR codes (ISO/IEC 18004): an address that a telephone reads off paper. A code is the smallest
 * that has the text, and can be read where up to 15 % of it cannot be seen (level M). Same text,
 * same library, same code. May be used from any thread. Lack of memory ends the program.
 */

/* The margin that must be as light as the light squares of the code, in squares on each side. */
enum { QR_QUIET = 4 };

/*
 * Appends the dark squares of a code as data of a path in SVG, a square being 1 × 1, and returns
 * the side of the whole with its margin; or 0 if the text is too long for any code.
 */
unsigned qr_put(struct buf *out, struct str text);

/* Returns the version of libqrencode, as it tells it. */
const char *qr_version(void);

#endif
