#ifndef ATTACHED_SVG_H
#define ATTACHED_SVG_H

#include <stdbool.h>

#include "base/diag.h"

/*
 * Whether an SVG is safe as a picture. A browser that is led to the file itself treats it as a
 * page, and on file: no policy of the site's covers it. So this is an allow list: elements and
 * attributes that draw, references to what is in the same file, and pictures of pixels in
 * data: addresses. Everything else is told of, at its line and column.
 *
 * Stores width and height in pixels, 0 if the file does not say; findings are at most
 * SVG_FINDINGS_MAX, and then the rest is not read.
 */
enum { SVG_FINDINGS_MAX = 10 };

void svg_check(const struct source *source, unsigned *width, unsigned *height, struct diags *diags);

#endif
