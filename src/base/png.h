#ifndef BASE_PNG_H
#define BASE_PNG_H

#include <stddef.h>

struct buf;
struct colour;

/*
 * Appends a picture as PNG (https://www.w3.org/TR/png-3/). The colours are its rows from the top.
 *
 * It is for flat drawings, and packs them itself: what a library packs may be other bytes in its
 * next version, and a site is the same bytes wherever it is built.
 */
void png_put(struct buf *out, const struct colour *colours, size_t width, size_t height);

#endif
