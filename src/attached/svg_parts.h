#ifndef ATTACHED_SVG_PARTS_H
#define ATTACHED_SVG_PARTS_H

#include <stdbool.h>

#include "base/str.h"

/* What the files svg*.c share; only they include this. */

/* ---- svg_names.c: names of the namespace of SVG; attributes are in none ---- */

bool svg_allows_element(struct str name);
bool svg_allows_attribute(struct str name);

/* Whether elements and attributes in a namespace do nothing in a browser. */
bool svg_is_inert(struct str space);

/* ---- svg_values.c ---- */

/* Whether an address leads to the same file or holds a picture of pixels itself. */
bool svg_allows_address(struct str address);

/*
 * Returns the first part of a style, or of an attribute that may hold one, that loads
 * something from elsewhere or hides what it does; the absent str if there is none.
 */
struct str svg_loading_style(struct str style);

/* Returns a length in pixels (CSS 2.2, 4.3.2); 0 for what is no absolute length. */
double svg_length(struct str value);

/* Stores the third and fourth number of a viewBox. False when they are none, or not above 0. */
bool svg_view_box(struct str value, double *width, double *height);

#endif
