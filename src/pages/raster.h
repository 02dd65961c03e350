#ifndef PAGES_RASTER_H
#define PAGES_RASTER_H

#include "base/colour.h"
#include "pages/outline.h"

struct arena;

/*
 * A picture of pixels, for where a drawing cannot be SVG. All is reckoned in whole numbers, so it
 * is the same on any machine; edges are smooth.
 *
 *     raster_init(&raster, &arena, 512, 512, ground);
 *     raster_fill(&raster, &outline, place, colour);
 *     png_put(&out, raster.pixels, raster.width, raster.height);
 */
struct raster {
    int width, height;
    struct colour *pixels; /* the rows from the top */
};

/* A part of the picture, in pixels. It may reach outside. */
struct raster_box {
    int left, top, width, height;
};

void raster_init(struct raster *raster, struct arena *arena, int width, int height,
                 struct colour ground);

void raster_paint(struct raster *raster, struct raster_box box, struct colour colour);

/*
 * Fills an outline, of which only what is within the box is seen. Its origin is the corner of the
 * box, and `units` of it are `pixels` of the picture.
 */
struct raster_place {
    struct raster_box box;
    int pixels, units;
};

void raster_fill(struct raster *raster, const struct outline *outline, struct raster_place place,
                 struct colour colour);

#endif
