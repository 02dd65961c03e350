#ifndef PAGES_OUTLINE_H
#define PAGES_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

struct buf;

/*
 * The outlines of shapes that have one colour: lines and arcs of circles between points of whole
 * numbers. What draws says them once; they become data of a path in SVG, or pixels
 * (pages/raster.h). Where shapes overlap that go the same way about, both are filled; where they
 * go opposite ways, neither is (the fill rule nonzero).
 */
struct outline_step {
    char command; /* of SVG: M, L, A or Z */
    int x, y;     /* where it leads */
    int radius;   /* of an arc, which is half a circle at the most */
    bool back;    /* of an arc: against the clock */
};

struct outline {
    struct outline_step *items;
    size_t len, cap;
};

/* Appends it as data of a path. */
void outline_put(struct buf *out, const struct outline *outline);

#endif
