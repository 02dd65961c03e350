#ifndef PAGES_COLOURS_H
#define PAGES_COLOURS_H

#include "pages/theme.h"

/*
 * The colours that a collection sets in site.yaml,
 *
 *     colours:
 *       light: { link: "#7d3019", tinted: "#f6e1d9" }
 *
 * in the place of the theme's. They have the names of the custom properties in its site.css, which
 * are said there once for light, at the top, and after that for dark. They stand at the end of
 * that style sheet, in both schemes: what is set for light alone becomes lighter for dark until it
 * can be read there, or is the theme's if it is a ground.
 *
 * Adds a finding for each that has too little contrast to what it stands on, or that stands on it,
 * with one that has enough. All lives in `arena`.
 *
 * To let collections set another: its row in the table of colours.c, its name in COLOURS of
 * collection/own_schemas.c.
 */
void colours_set(struct theme *theme, struct arena *arena, const struct settings *settings,
                 struct diags *diags);

#endif
