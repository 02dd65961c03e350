#include "pages/motif.h"

#include "base/buf.h"
#include "base/vec.h"
#include "pages/outline.h"

static const struct {
    struct str name;
    struct motif_shades light, dark;
} tints[MOTIF_TINTS] = {
    {STR_INIT("blue"), {"#dde7f2", "#9dbbdb", "#1d4a7c"}, {"#1d2c3d", "#41668f", "#a9c8ea"}},
    {STR_INIT("ochre"), {"#f5e9cd", "#e2c06a", "#634600"}, {"#332a17", "#80632a", "#ecc983"}},
    {STR_INIT("green"), {"#deebe1", "#9cc4a6", "#1f5636"}, {"#1c3024", "#3d7050", "#a3d2b0"}},
    {STR_INIT("clay"), {"#f6e1d9", "#e4a289", "#7d3019"}, {"#38241d", "#915240", "#f0b39c"}},
    {STR_INIT("plum"), {"#ebe2f0", "#c2a4d0", "#5c3172"}, {"#2d2336", "#735589", "#d3b6e2"}},
    {STR_INIT("teal"), {"#d8ebec", "#8fc3c6", "#125359"}, {"#17302f", "#34706f", "#96cfd0"}},
};

/*
 * Draws on a tile of 96 × 96, in cells of 24, which the pen lays into the plane. Shapes of one
 * colour are one path over the whole plane, for between two paths that meet a line of the ground
 * can be seen. So the echo, too, reaches in under the form where the two meet.
 */
struct pen {
    struct arena *arena;
    struct outline *outline;
    uint32_t number; /* of the motif, which some families follow */
    int turns;       /* right angles, clockwise, about the middle of the tile */
    int left, top;
};

static void pen_add(const struct pen *pen, struct outline_step step)
{
    for (int i = 0; i < pen->turns; i++) {
        int was = step.x;
        step.x = MOTIF_TILE - step.y;
        step.y = was;
    }
    step.x += pen->left;
    step.y += pen->top;
    vec_push(pen->arena, pen->outline, step);
}

static void pen_move(const struct pen *pen, int x, int y)
{
    pen_add(pen, (struct outline_step){.command = 'M', .x = x, .y = y});
}

static void pen_line(const struct pen *pen, int x, int y)
{
    pen_add(pen, (struct outline_step){.command = 'L', .x = x, .y = y});
}

/* An arc of a circle, half of it at the most, clockwise if `sweep` is 1 and back if it is 0. */
static void pen_arc(const struct pen *pen, int radius, int sweep, int x, int y)
{
    pen_add(pen, (struct outline_step){
                     .command = 'A', .x = x, .y = y, .radius = radius, .back = !sweep});
}

static void pen_close(const struct pen *pen)
{
    pen_add(pen, (struct outline_step){.command = 'Z'});
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
    struct str name;
    void (*parts[MOTIF_PARTS])(const struct pen *pen);
    bool rotates;
    enum repeat repeat;
} drawings[MOTIF_FAMILIES] = {
    {STR_INIT("rings"), {rings_echo, rings_form}, true, AROUND},
    {STR_INIT("stairs"), {stairs_echo, stairs_form}, false, STRAIGHT},
    {STR_INIT("dots"), {dots_echo, dots_form}, false, STRAIGHT},
    {STR_INIT("leaves"), {leaves_echo, leaves_form}, true, STRAIGHT},
    {STR_INIT("scales"), {scales_echo, scales_form}, false, STRAIGHT},
    {STR_INIT("lines"), {lines_echo, lines_form}, true, STRAIGHT},
    {STR_INIT("checks"), {checks_echo, checks_form}, true, OPPOSITE},
    {STR_INIT("cut"), {cut_echo, cut_form}, false, STRAIGHT},
    {STR_INIT("shift"), {shift_echo, shift_form}, true, OPPOSITE},
    {STR_INIT("target"), {target_echo, target_form}, false, STRAIGHT},
    {STR_INIT("sails"), {sails_echo, sails_form}, true, OPPOSITE},
    {STR_INIT("arches"), {arches_echo, arches_form}, false, STRAIGHT},
};

bool motif_rotates(unsigned family)
{
    return drawings[family].rotates;
}

bool motif_family_named(struct str name, unsigned *family)
{
    for (*family = 0; *family < MOTIF_FAMILIES; ++*family)
        if (str_eq(drawings[*family].name, name))
            return true;
    return false;
}

bool motif_tint_named(struct str name, unsigned *tint)
{
    for (*tint = 0; *tint < MOTIF_TINTS; ++*tint)
        if (str_eq(tints[*tint].name, name))
            return true;
    return false;
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

void motif_draw(struct outline *outline, struct arena *arena, const struct motif *motif,
                enum motif_part part, int side)
{
    static const int left[] = {0, MOTIF_TILE, MOTIF_TILE, 0},
                     top[] = {0, 0, MOTIF_TILE, MOTIF_TILE};
    for (unsigned tile = 0; tile < (side > MOTIF_TILE ? 4 : 1); tile++) {
        struct pen pen = {arena,      outline,  motif->number, (int)turns_of(motif, tile),
                          left[tile], top[tile]};
        drawings[motif->family].parts[part](&pen);
    }
}

struct motif_shades motif_shades(const struct motif *motif, bool dark)
{
    struct motif_shades shades = dark ? tints[motif->tint].dark : tints[motif->tint].light;
    if (!motif->turned)
        return shades;
    return (struct motif_shades){shades.form, shades.echo, shades.ground};
}

static void motif_put_part(struct buf *out, struct arena *arena, const struct motif *motif,
                           int side, enum motif_part part, const char *colour)
{
    static const char names[MOTIF_PARTS] = {[MOTIF_ECHO] = 'e', [MOTIF_FORM] = 'f'};
    struct outline outline = {0};
    motif_draw(&outline, arena, motif, part, side);
    buf_format(out, "<path class=\"%c\" fill=\"%s\" d=\"", names[part], colour);
    outline_put(out, &outline);
    buf_lit(out, "\"/>");
}

/* Where a policy forbids styles in a picture, it is light. */
void motif_put(struct buf *out, struct arena *arena, const struct motif *motif, int side)
{
    struct motif_shades light = motif_shades(motif, false), dark = motif_shades(motif, true);
    buf_format(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
               "viewBox=\"0 0 %d %d\">"
               "<style>@media (prefers-color-scheme:dark){.g{fill:%s}.e{fill:%s}.f{fill:%s}}"
               "</style><path class=\"g\" fill=\"%s\" d=\"M0 0H%dV%dH0Z\"/>",
               side, side, side, side, dark.ground, dark.echo, dark.form, light.ground, side, side);
    motif_put_part(out, arena, motif, side, MOTIF_ECHO, light.echo);
    motif_put_part(out, arena, motif, side, MOTIF_FORM, light.form);
    buf_lit(out, "</svg>\n");
}
