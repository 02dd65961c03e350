#ifndef PAGES_MOTIF_H
#define PAGES_MOTIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/plan.h"

struct outline;

/*
 * The motifs of terms: a picture and a tint that are made of a term's id, so that every collection
 * has its own without a designer. Readers know a term again by its motif; it tells nothing that
 * the name beside it does not.
 *
 * The rules
 * ---------
 *
 * Ids are taken in the order of their vocabulary, each after those before it, so that a new one at
 * the end moves no other. Its number is the FNV-1a of its bytes, with the upper half folded in.
 *
 *  1. The family is what the number says, or the next that is free. When all twelve are taken, a
 *     new round begins; whoever has a family after another is that one's twin.
 *  2. Turned is who has form and ground in each other's colours: every other time that a tint
 *     comes, from the first on for the odd ones. A twin is what the one before it is not.
 *  3. The tint is what the number says, or the next that is least used among those that fit: not
 *     that of the one before, not that of a twin.
 *  4. Some families look otherwise when they are rotated, which the number says, too; every other
 *     twin is upside down.
 *
 * So the first 24 are apart in family, tint and turn, and mostly all 144 that can be.
 *
 *     motifs_choose(motifs, ids, count);
 *     motif_put(&svg, &arena, &motifs[i], MOTIF_PLANE);
 *
 * A motif is a plane of 2 × 2 tiles, 192 × 192, which can be repeated, with the colours for light
 * and dark in it: as an image it needs nothing of the page, also from a disk. A tile of it is a
 * quarter, from the upper left corner.
 *
 * To add a family: a row in the table of motif_drawing.c.
 */
enum { MOTIF_FAMILIES = 12, MOTIF_TINTS = 6, MOTIF_TILE = 96, MOTIF_PLANE = 2 * MOTIF_TILE };

struct motif {
    uint32_t number;
    unsigned family;   /* in the table of motif_drawing.c */
    unsigned tint;     /* in that of the colours there; pages call it t0 … t5 */
    unsigned rotation; /* in right angles, clockwise */
    bool turned;
};

/* Fills in the motifs of these ids. */
void motifs_choose(struct motif *motifs, const struct str *ids, size_t count);

/* Returns those of a facet's terms, in their order. */
const struct motif *motifs_of(struct arena *arena, const struct facet *facet);

/* Whether a family looks otherwise when it is rotated, and so is. */
bool motif_rotates(unsigned family);

/* Find a family or a tint by what settings call it: rings, blue. False: there is none such. */
bool motif_family_named(struct str name, unsigned *family);
bool motif_tint_named(struct str name, unsigned *tint);

/*
 * Draws all shapes of one colour, on the plane or on one tile, as `side` says: MOTIF_PLANE or
 * MOTIF_TILE. The form stands over the echo, and both on the ground.
 */
enum motif_part { MOTIF_ECHO, MOTIF_FORM, MOTIF_PARTS };

void motif_draw(struct outline *outline, struct arena *arena, const struct motif *motif,
                enum motif_part part, int side);

/* Returns its colours, as style sheets write them. */
struct motif_shades {
    const char *ground, *echo, *form;
};

struct motif_shades motif_shades(const struct motif *motif, bool dark);

/* Appends the plane or one tile as a file of SVG; the drawing lies in `arena` meanwhile. */
void motif_put(struct buf *out, struct arena *arena, const struct motif *motif, int side);

/*
 * The file of each term of the facet that owns the shelf, with its hash in its name. Adds them to
 * the plan, and what pages say of them as `plan->motifs`; site/families.c puts them, as other
 * assets.
 */
void motif_add(struct plan *plan);

/* Puts `motif` and `tint` of a term, which is NULL or of any facet: only that of the shelf has
 * them.
 */
void motif_put_names(struct arena *arena, struct value *map, const struct plan *plan,
                     const struct term *term);

#endif
