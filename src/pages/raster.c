#include "pages/raster.h"

#include <string.h>

#include "base/arena.h"

/*
 * Points are in parts of a pixel. Each row of pixels is looked at along LINES lines; what an
 * edge crosses is counted at the crossing, `right` in the pixels to the right of it.
 */
enum { PIXEL = 4096, LINES = 16, LINE = PIXEL / LINES, FULL = LINES * PIXEL };

struct point {
    int64_t x, y;
};

struct filler {
    struct raster_place place;
    int32_t *change; /* by row and column of the box: how much more is covered than to the left */
    int stride;
};

void raster_init(struct raster *raster, struct arena *arena, int width, int height,
                 struct colour ground)
{
    *raster = (struct raster){width, height, NULL};
    raster->pixels = arena_items(arena, struct colour, (size_t)width * (size_t)height);
    raster_paint(raster, (struct raster_box){0, 0, width, height}, ground);
}

/* Returns a row of the picture, of which `box` has the columns from *first up to *end. */
static struct colour *row_of(struct raster *raster, const struct raster_box *box, int y, int *first,
                             int *end)
{
    int right = box->left + box->width;
    *first = box->left < 0 ? 0 : box->left;
    *end = right < raster->width ? right : raster->width;
    if (y < 0 || y >= raster->height)
        *end = *first;
    return raster->pixels + (ptrdiff_t)y * raster->width;
}

/* The first row is painted, and copied to the others. */
void raster_paint(struct raster *raster, struct raster_box box, struct colour colour)
{
    const struct colour *painted = NULL;
    for (int y = box.top; y < box.top + box.height; y++) {
        int first, end;
        struct colour *row = row_of(raster, &box, y, &first, &end);
        if (painted && first < end)
            memcpy(row + first, painted, (size_t)(end - first) * sizeof *row);
        for (int x = first; !painted && x < end; x++)
            row[x] = colour;
        if (first < end)
            painted = row + first;
    }
}

static int64_t whole_root(int64_t number)
{
    if (number <= 0)
        return 0;
    int64_t root = number, next = number / 2 + 1;
    while (next < root) {
        root = next;
        next = (root + number / root) / 2;
    }
    return root;
}

static void cross(struct filler *filler, int64_t x, int64_t line, int64_t way)
{
    int64_t row = line / LINES, width = filler->place.box.width;
    if (x >= width * PIXEL)
        return;
    x = x < 0 ? 0 : x;
    int32_t *change = &filler->change[row * filler->stride + x / PIXEL];
    int32_t part = (int32_t)(x % PIXEL), sign = (int32_t)way;
    change[0] += sign * (PIXEL - part);
    change[1] += sign * part;
}

/*
 * Where it crosses a line is the product of what is across and how far down that is, divided by the
 * height: what that grows by from line to line is divided once, and the rests are carried.
 */
static void add_line(struct filler *filler, struct point from, struct point to)
{
    int64_t way = from.y < to.y ? 1 : -1;
    struct point top = way > 0 ? from : to, end = way > 0 ? to : from;
    int64_t height = end.y - top.y, side = top.x < end.x ? 1 : -1;
    int64_t across = side * (end.x - top.x), lines = (int64_t)filler->place.box.height * LINES;
    int64_t line = top.y < 0 ? 0 : (top.y + LINE / 2 - 1) / LINE, y = line * LINE + LINE / 2;
    if (line >= lines || y >= end.y)
        return;
    int64_t x = (y - top.y) * across / height, rest = (y - top.y) * across % height;
    const int64_t step = LINE * across / height, step_rest = LINE * across % height;
    for (; line < lines && y < end.y; line++, y += LINE) {
        cross(filler, top.x + side * x, line, way);
        rest += step_rest;
        x += step + (rest >= height);
        rest -= rest >= height ? height : 0;
    }
}

/* Halves an arc until it is as good as straight: its middle is off that of its chord by the height.
 */
static void add_arc(struct filler *filler, struct point from, struct point to, int64_t radius,
                    int halvings)
{
    int64_t across = to.x - from.x, down = to.y - from.y;
    int64_t square = across * across + down * down, chord = whole_root(square);
    if (halvings == 0 || chord < PIXEL) {
        add_line(filler, from, to);
        return;
    }
    int64_t size = radius < 0 ? -radius : radius;
    int64_t height = size - whole_root(size * size - square / 4);
    height = radius < 0 ? -height : height;
    struct point middle = {(from.x + to.x) / 2 + down * height / chord,
                           (from.y + to.y) / 2 - across * height / chord};
    add_arc(filler, from, middle, radius, halvings - 1);
    add_arc(filler, middle, to, radius, halvings - 1);
}

static int64_t scaled(const struct raster_place *place, int length)
{
    return (int64_t)length * PIXEL * place->pixels / place->units;
}

static void add_outline(struct filler *filler, const struct outline *outline)
{
    enum { HALVINGS = 6 };
    struct point start = {0}, here = {0};
    for (size_t i = 0; i < outline->len; i++) {
        const struct outline_step *step = &outline->items[i];
        struct point to = {scaled(&filler->place, step->x), scaled(&filler->place, step->y)};
        int64_t radius = scaled(&filler->place, step->radius);
        switch (step->command) {
        case 'M': start = to; break;
        case 'L': add_line(filler, here, to); break;
        case 'A': add_arc(filler, here, to, step->back ? -radius : radius, HALVINGS); break;
        case 'Z': add_line(filler, here, to = start); break;
        }
        here = to;
    }
}

static void blend_run(struct colour *pixels, int from, int to, int32_t covered,
                      struct colour colour)
{
    int32_t size = covered < 0 ? -covered : covered;
    unsigned share = (unsigned)((int64_t)(size > FULL ? FULL : size) * COLOUR_FULL / FULL);
    for (int x = from; share && x < to; x++)
        pixels[x] = share == COLOUR_FULL ? colour : colour_mix(pixels[x], colour, share);
}

/* Returns the next column that is covered more or less than the one to its left. */
static int next_change(const int32_t *change, int at, int end)
{
    static const int32_t none[16] = {0};
    enum { SOME = sizeof none / sizeof *none };
    while (end - at >= SOME && memcmp(change + at, none, sizeof none) == 0)
        at += SOME;
    while (at < end && change[at] == 0)
        at++;
    return at;
}

/* From one crossing to the next all pixels are covered alike, and most rows have few. */
static void blend_row(struct raster *raster, const struct filler *filler, int row,
                      struct colour colour)
{
    const struct raster_box *box = &filler->place.box;
    const int32_t *change = &filler->change[row * filler->stride];
    int32_t covered = 0;
    int first, end;
    struct colour *pixels = row_of(raster, box, box->top + row, &first, &end);
    for (int x = box->left; x < end;) {
        int from = x > first ? x : first;
        covered += change[x - box->left];
        x = box->left + next_change(change, x + 1 - box->left, end - box->left);
        blend_run(pixels, from, x, covered, colour);
    }
}

void raster_fill(struct raster *raster, const struct outline *outline, struct raster_place place,
                 struct colour colour)
{
    struct arena scratch;
    arena_init(&scratch);
    struct filler filler = {.place = place, .stride = place.box.width + 1};
    size_t count = (size_t)filler.stride * (size_t)place.box.height;
    filler.change = arena_items(&scratch, int32_t, count);
    add_outline(&filler, outline);
    for (int row = 0; row < place.box.height; row++)
        blend_row(raster, &filler, row, colour);
    arena_release(&scratch);
}
