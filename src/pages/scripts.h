#ifndef PAGES_SCRIPTS_H
#define PAGES_SCRIPTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct asset;

/*
 * What is done with the scripts and style sheets of a theme before they are published: they
 * are written for people, and read by browsers.
 */

/*
 * Returns a script or style sheet without its comments: what begins a line with slash and
 * asterisk, up to the end of that line's comment. One that begins with `!` as well, as a
 * licence does, is kept, and so is one after which more stands on the line. Empty lines and
 * the blanks that lines begin with are left out, too, also of a text in backticks that goes
 * over several lines.
 */
struct str script_lean(struct arena *arena, struct str text);

/*
 * Joins scripts that are parts of one: form-dates.js and form-links.js go into form.js, in
 * front of what is in it, in the order of their names; but not those with the same number
 * in `alone`, which templates load by themselves. Returns how many assets are left.
 * Each asset's bytes are then what is published; the hashes are the caller's to make.
 */
size_t scripts_join(struct arena *arena, struct asset *assets, size_t count, const bool *alone);

#endif
