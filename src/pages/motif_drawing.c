#include "pages/motif.h"

#include "base/buf.h"

/* Light and dark of the ground, the echo, which stands behind, and the form. */
struct shades {
    const char *ground, *echo, *form;
};

static const struct {
    struct shades light, dark;
} tints[MOTIF_TINTS] = {
    {{"#dde7f2", "#9dbbdb", "#1d4a7c"}, {"#1d2c3d", "#41668f", "#a9c8ea"}}, /* blue */
    {{"#f5e9cd", "#e2c06a", "#634600"}, {"#332a17", "#80632a", "#ecc983"}}, /* ochre */
    {{"#deebe1", "#9cc4a6", "#1f5636"}, {"#1c3024", "#3d7050", "#a3d2b0"}}, /* green */
    {{"#f6e1d9", "#e4a289", "#7d3019"}, {"#38241d", "#915240", "#f0b39c"}}, /* clay */
    {{"#ebe2f0", "#c2a4d0", "#5c3172"}, {"#2d2336", "#735589", "#d3b6e2"}}, /* plum */
    {{"#d8ebec", "#8fc3c6", "#125359"}, {"#17302f", "#34706f", "#96cfd0"}}, /* teal */
};

/*
 * Draws on a tile of 96 × 96, in cells of 24, which the pen lays into the plane. Shapes of one
 * colour are one path over the whole plane, for between two paths that meet a line of the ground
 * can be seen. So the echo, too, reaches in under the form where the two meet.
 */
struct pen {
    struct buf *out;
    uint32_t number; /* of the motif, which some families follow */
    int turns;       /* right angles, clockwise, about the middle of the tile */
    int left, top;
};

static void put_point(const struct pen *pen, int x, int y)
{
    for (int i = 0; i < pen->turns; i++) {
        int was = x;
        x = MOTIF_TILE - y;
        y = was;
    }
    buf_format(pen->out, "%d %d", x + pen->left, y + pen->top);
}

static void pen_move(const struct pen *pen, int x, int y)
{
    buf_byte(pen->out, 'M');
    put_point(pen, x, y);
}

static void pen_line(const struct pen *pen, int x, int y)
{
    buf_byte(pen->out, 'L');
    put_point(pen, x, y);
}

/* An arc of a circle, half of it at the most, clockwise if `sweep` is 1 and back if it is 0. */
static void pen_arc(const struct pen *pen, int radius, int sweep, int x, int y)
{
    buf_format(pen->out, "A%d %d 0 0 %d ", radius, radius, sweep);
    put_point(pen, x, y);
}

static void pen_close(const struct pen *pen)
{
    buf_byte(pen->out, 'Z');
}

static void put_circle(const struct pen *pen, int x, int y, int radius, int sweep)
{
    pen_move(pen, x - radius, y);
    pen_arc(pen, radius, sweep, x + radius, y);
    pen_arc(pen, radius, sweep, x - radius, y);
    pen_close(pen);
}

static void put_bar(const struct pen *pen, int from, int to, int top, int height)
{
    pen_move(pen, from, top);
    pen_line(pen, to, top);
    pen_line(pen, to, top + height);
    pen_line(pen, from, top + height);
    pen_close(pen);
}

/* The upper half of a disc, on the line y. */
static void put_dome(const struct pen *pen, int x, int y, int radius)
{
    pen_move(pen, x - radius, y);
    pen_arc(pen, radius, 1, x + radius, y);
    pen_close(pen);
}

/*
 * The families. Each has a form and an echo.
 */

/* A quarter of a ring about the lower left corner. */
static void put_quarter_ring(const struct pen *pen, int outer, int inner)
{
    pen_move(pen, 0, 96 - outer);
    pen_arc(pen, outer, 1, outer, 96);
    pen_line(pen, inner, 96);
    pen_arc(pen, inner, 0, 0, 96 - inner);
    pen_close(pen);
}

static void rings_form(const struct pen *pen)
{
    put_quarter_ring(pen, 96, 72);
    put_quarter_ring(pen, 48, 24);
}

static void rings_echo(const struct pen *pen)
{
    put_quarter_ring(pen, 76, 44);
}

static void stairs_form(const struct pen *pen)
{
    pen_move(pen, 0, 96);
    for (int step = 0; step < 4; step++) {
        pen_line(pen, step * 24, 72 - step * 24);
        pen_line(pen, step * 24 + 24, 72 - step * 24);
    }
    pen_line(pen, 96, 96);
    pen_close(pen);
}

static void stairs_echo(const struct pen *pen)
{
    for (int step = 0; step < 3; step++) {
        int x = step * 24, y = 72 - step * 24;
        pen_move(pen, x, y);
        pen_arc(pen, 24, 1, x + 24, y - 24);
        pen_line(pen, x + 28, y - 24);
        pen_line(pen, x + 28, y + 4);
        pen_line(pen, x, y + 4);
        pen_close(pen);
    }
}

static void put_dots(const struct pen *pen, int odd)
{
    for (int y = 0; y < 4; y++)
        for (int x = 0; x < 4; x++)
            if ((x + y) % 2 == odd)
                put_circle(pen, 12 + x * 24, 12 + y * 24, 4 + y * 2, 1);
}

static void dots_form(const struct pen *pen)
{
    put_dots(pen, 1);
}

static void dots_echo(const struct pen *pen)
{
    put_dots(pen, 0);
}

/* A leaf from one point to another, across a square of 48. */
static void put_leaf(const struct pen *pen, int x, int y, int to_x, int to_y)
{
    pen_move(pen, x, y);
    pen_arc(pen, 48, 1, to_x, to_y);
    pen_arc(pen, 48, 1, x, y);
    pen_close(pen);
}

static void leaves_form(const struct pen *pen)
{
    put_leaf(pen, 0, 0, 48, 48);
    put_leaf(pen, 48, 48, 96, 96);
}

static void leaves_echo(const struct pen *pen)
{
    put_leaf(pen, 96, 0, 48, 48);
    put_leaf(pen, 48, 48, 0, 96);
}

static void scales_form(const struct pen *pen)
{
    for (int x = 24; x < 96; x += 48) {
        put_dome(pen, x, 24, 24);
        put_dome(pen, x, 72, 24);
    }
}

/* Those at the edges are whole, though the next tile has them, too, so that nothing parts them. */
static void scales_echo(const struct pen *pen)
{
    for (int x = 0; x <= 96; x += 48) {
        put_dome(pen, x, 48, 24);
        put_dome(pen, x, 96, 24);
    }
}

/* Returns where the form of a line ends, and the gap begins. */
static int line_end(const struct pen *pen, int line)
{
    return 24 + 24 * (int)((2 * (uint32_t)line + (pen->number >> 7) % 3) % 3);
}

static void lines_form(const struct pen *pen)
{
    for (int line = 0; line < 6; line++)
        put_bar(pen, 4, line_end(pen, line), 4 + line * 16, 8);
}

static void lines_echo(const struct pen *pen)
{
    for (int line = 0; line < 6; line++)
        put_bar(pen, line_end(pen, line) + 8, 92, 4 + line * 16, 8);
}

/* A quarter of a disc in a cell, about one of its corners: clockwise from the upper left. */
static void put_quarter(const struct pen *pen, int column, int row, unsigned corner)
{
    static const int right[] = {0, 24, 24, 0}, down[] = {0, 0, 24, 24};
    int x = column * 24, y = row * 24;
    unsigned next = (corner + 1) % 4, before = (corner + 3) % 4;
    pen_move(pen, x + right[corner], y + down[corner]);
    pen_line(pen, x + right[next], y + down[next]);
    pen_arc(pen, 24, 1, x + right[before], y + down[before]);
    pen_close(pen);
}

static void checks_form(const struct pen *pen)
{
    for (int y = 0; y < 4; y++)
        for (int x = y % 2; x < 4; x += 2)
            put_quarter(pen, x, y, ((unsigned)(x + 3 * y) + (pen->number >> 9)) % 4);
}

static void checks_echo(const struct pen *pen)
{
    for (int y = 0; y < 4; y++)
        for (int x = 1 - y % 2; x < 4; x += 2)
            put_quarter(pen, x, y, ((unsigned)(2 * x + y) + (pen->number >> 9)) % 4);
}

static void cut_form(const struct pen *pen)
{
    pen_move(pen, 48, 22);
    pen_arc(pen, 30, 1, 48, 74);
    pen_arc(pen, 30, 1, 48, 22);
    pen_close(pen);
}

static void cut_echo(const struct pen *pen)
{
    put_circle(pen, 33, 48, 30, 1);
    put_circle(pen, 63, 48, 30, 1);
}

static void shift_form(const struct pen *pen)
{
    put_dome(pen, 36, 48, 36);
}

static void shift_echo(const struct pen *pen)
{
    pen_move(pen, 96, 48);
    pen_arc(pen, 36, 1, 24, 48);
    pen_line(pen, 28, 44);
    pen_line(pen, 68, 44);
    pen_line(pen, 72, 48);
    pen_close(pen);
}

static void target_form(const struct pen *pen)
{
    put_circle(pen, 48, 48, 40, 1);
    put_circle(pen, 48, 48, 26, 0);
}

static void target_echo(const struct pen *pen)
{
    put_circle(pen, 48, 48, 14, 1);
}

static void sails_form(const struct pen *pen)
{
    for (int y = 0; y < 96; y += 48)
        for (int x = 0; x < 96; x += 48) {
            pen_move(pen, x, y);
            pen_line(pen, x + 48, y + 48);
            pen_line(pen, x, y + 48);
            pen_close(pen);
        }
}

static void sails_echo(const struct pen *pen)
{
    put_bar(pen, 0, 48, 0, 48);
    put_bar(pen, 48, 96, 48, 48);
}

static void put_arches(const struct pen *pen, int top, int height)
{
    for (int x = 4; x < 96; x += 32) {
        pen_move(pen, x, top + height);
        pen_line(pen, x, top + 12);
        pen_arc(pen, 12, 1, x + 24, top + 12);
        pen_line(pen, x + 24, top + height);
        pen_close(pen);
    }
}

static void arches_form(const struct pen *pen)
{
    put_arches(pen, 52, 44);
}

static void arches_echo(const struct pen *pen)
{
    put_arches(pen, 4, 40);
}

/* How the four tiles of the plane are turned: all alike, as a circle, every other upside down. */
enum repeat { STRAIGHT, AROUND, OPPOSITE };

static const struct drawing {
    void (*form)(const struct pen *pen);
    void (*echo)(const struct pen *pen);
    bool rotates;
    enum repeat repeat;
} drawings[MOTIF_FAMILIES] = {
    {rings_form, rings_echo, true, AROUND},      {stairs_form, stairs_echo, false, STRAIGHT},
    {dots_form, dots_echo, false, STRAIGHT},     {leaves_form, leaves_echo, true, STRAIGHT},
    {scales_form, scales_echo, false, STRAIGHT}, {lines_form, lines_echo, true, STRAIGHT},
    {checks_form, checks_echo, true, OPPOSITE},  {cut_form, cut_echo, false, STRAIGHT},
    {shift_form, shift_echo, true, OPPOSITE},    {target_form, target_echo, false, STRAIGHT},
    {sails_form, sails_echo, true, OPPOSITE},    {arches_form, arches_echo, false, STRAIGHT},
};

bool motif_rotates(unsigned family)
{
    return drawings[family].rotates;
}

/*
 * Returns the turns of a tile; they are counted clockwise from the upper left one. Rings are about
 * a corner. Whichever that is in the first tile, they must be about the same point in all four,
 * and whole circles where planes meet: the tiles change places, which the bits of the turns say.
 */
static unsigned turns_of(const struct motif *motif, unsigned tile)
{
    switch (drawings[motif->family].repeat) {
    case AROUND: return (((motif->rotation + 3) % 4 ^ tile) + 1) % 4;
    case OPPOSITE: return (motif->rotation + tile % 2 * 2) % 4;
    case STRAIGHT: break;
    }
    return motif->rotation;
}

static void put_plane(struct buf *out, const struct motif *motif, const char *name,
                      const char *colour, void (*draw)(const struct pen *pen))
{
    static const int left[] = {0, MOTIF_TILE, MOTIF_TILE, 0},
                     top[] = {0, 0, MOTIF_TILE, MOTIF_TILE};
    buf_format(out, "<path class=\"%s\" fill=\"%s\" d=\"", name, colour);
    for (unsigned tile = 0; tile < 4; tile++) {
        struct pen pen = {out, motif->number, (int)turns_of(motif, tile), left[tile], top[tile]};
        draw(&pen);
    }
    buf_lit(out, "\"/>");
}

static struct shades shades_of(const struct motif *motif, struct shades shades)
{
    if (!motif->turned)
        return shades;
    return (struct shades){.ground = shades.form, .echo = shades.echo, .form = shades.ground};
}

/* Where a policy forbids styles in a picture, it is light. */
void motif_put(struct buf *out, const struct motif *motif)
{
    struct shades light = shades_of(motif, tints[motif->tint].light);
    struct shades dark = shades_of(motif, tints[motif->tint].dark);
    buf_format(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"192\" height=\"192\" viewBox=\"0 "
               "0 192 192\">"
               "<style>@media (prefers-color-scheme:dark){.g{fill:%s}.e{fill:%s}.f{fill:%s}}"
               "</style><path class=\"g\" fill=\"%s\" d=\"M0 0H192V192H0Z\"/>",
               dark.ground, dark.echo, dark.form, light.ground);
    put_plane(out, motif, "e", light.echo, drawings[motif->family].echo);
    put_plane(out, motif, "f", light.form, drawings[motif->family].form);
    buf_lit(out, "</svg>\n");
}
