#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <zlib.h>

#include "base/colour.h"
#include "base/png.h"
#include "base/vec.h"
#include "kit.h"
#include "pages/raster.h"

static const struct colour white = {255, 255, 255}, black = {0, 0, 0};

static struct colour colour_of(const char *text)
{
    struct colour colour = {1, 2, 3};
    assert_true(colour_parse(str_of(text), &colour));
    return colour;
}

static void test_colours_are_read(void **state)
{
    struct kit *kit = *state;
    static const char *const wrong[] = {"", "#", "1d4a7c", "#1d4a7", "#1d4a7c0", "#1d4a7g", "blue"};
    struct colour colour;
    assert_str("colour", colour_text(&kit->arena, colour_of("#1D4a7c")), "#1d4a7c");
    for (size_t i = 0; i < ROWS(wrong); i++)
        assert_false(colour_parse(str_of(wrong[i]), &colour));
}

/* The third and fourth are the two greys between which WCAG's 4.5 lies, on white. */
static void test_contrast_is_that_of_wcag(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other;
        unsigned contrast;
    } rows[] = {
        {"#000000", "#ffffff", 2100}, {"#1d4a7c", "#1d4a7c", 100}, {"#767676", "#ffffff", 454},
        {"#ffffff", "#777777", 447},  {"#ff0000", "#ffffff", 399}, {"#0000ff", "#ffffff", 859},
    };
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_int_equal(colour_contrast(colour_of(rows[i].one), colour_of(rows[i].other)),
                         rows[i].contrast);
}

static void test_colours_are_mixed(void **state)
{
    struct kit *kit = *state;
    assert_str("none", colour_text(&kit->arena, colour_mix(black, white, 0)), "#000000");
    assert_str("half", colour_text(&kit->arena, colour_mix(black, white, 128)), "#808080");
    assert_str("all", colour_text(&kit->arena, colour_mix(black, white, COLOUR_FULL)), "#ffffff");
}

static uint32_t number_at(struct str bytes, size_t at)
{
    uint32_t number = 0;
    for (size_t i = 0; i < 4; i++)
        number = number << 8 | (uint8_t)bytes.ptr[at + i];
    return number;
}

/* Returns the body of a chunk, and checks that it holds together. `at` is moved to the next. */
static struct str chunk_at(struct str bytes, size_t *at, const char *name)
{
    size_t len = number_at(bytes, *at);
    struct str named = str_slice(bytes, *at + 4, *at + 8 + len);
    assert_true(str_starts(named, str_of(name)));
    assert_int_equal(number_at(bytes, *at + 8 + len),
                     crc32(0, (const Bytef *)named.ptr, (uInt)named.len));
    *at += len + 12;
    return str_from(named, 4);
}

/* Holds what a PNG is packed from against the colours, by zlib. */
static void assert_png(struct kit *kit, const struct colour *colours, size_t width, size_t height)
{
    struct buf png = BUF_INIT;
    size_t at = 8;
    png_put(&png, colours, width, height);
    struct str bytes = buf_str(&png), head = chunk_at(bytes, &at, "IHDR");
    assert_int_equal(number_at(head, 0), width);
    assert_int_equal(number_at(head, 4), height);
    struct str packed = chunk_at(bytes, &at, "IDAT");
    chunk_at(bytes, &at, "IEND");
    assert_int_equal(at, bytes.len);
    uLongf len = height * (width * 3 + 1);
    uint8_t *rows = arena_items(&kit->arena, uint8_t, len);
    assert_int_equal(uncompress(rows, &len, (const Bytef *)packed.ptr, packed.len), Z_OK);
    assert_int_equal(len, height * (width * 3 + 1));
    for (size_t i = 0; i < width * height; i++) {
        uint8_t *row = &rows[i / width * (width * 3 + 1)], *here = &row[1 + i % width * 3];
        for (size_t part = 0; part < 3 && i >= width; part++)
            here[part] = (uint8_t)(here[part] + *(&here[part] - (width * 3 + 1)));
        assert_int_equal(row[0], 2);
        assert_int_equal(here[0], colours[i].red);
        assert_int_equal(here[1], colours[i].green);
        assert_int_equal(here[2], colours[i].blue);
    }
    buf_release(&png);
}

/* Runs of every length that there is a code for, and rows without any. */
static void test_png_is_what_zlib_unpacks(void **state)
{
    struct kit *kit = *state;
    enum { WIDTH = 120, HEIGHT = 200 };
    struct colour *colours = arena_items(&kit->arena, struct colour, WIDTH * HEIGHT);
    uint32_t chance = 1;
    assert_png(kit, &(struct colour){250, 140, 3}, 1, 1);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++) {
        chance = chance * 1664525 + 1013904223;
        size_t row = i / WIDTH;
        bool new = row < 100 ? i % (row + 1) == 0 : row % 2 || chance >> 24 < row;
        colours[i] = i == 0 || new
                         ? (struct colour){(uint8_t)(chance >> 8), (uint8_t)(chance >> 16), 200}
                         : colours[i - 1];
    }
    assert_png(kit, colours, WIDTH, HEIGHT);
}

static void add_circle(struct kit *kit, struct outline *outline, int x, int y, int radius,
                       bool back)
{
    struct outline_step start = {.command = 'M', .x = x - radius, .y = y};
    struct outline_step across = {'A', x + radius, y, radius, back};
    struct outline_step home = {'A', x - radius, y, radius, back};
    vec_push(&kit->arena, outline, start);
    vec_push(&kit->arena, outline, across);
    vec_push(&kit->arena, outline, home);
    vec_push(&kit->arena, outline, (struct outline_step){.command = 'Z'});
}

static void add_square(struct kit *kit, struct outline *outline, int from, int to)
{
    const struct outline_step steps[] = {{.command = 'M', .x = from, .y = from},
                                         {.command = 'L', .x = to, .y = from},
                                         {.command = 'L', .x = to, .y = to},
                                         {.command = 'L', .x = from, .y = to},
                                         {.command = 'Z'}};
    for (size_t i = 0; i < ROWS(steps); i++)
        vec_push(&kit->arena, outline, steps[i]);
}

static unsigned grey_at(const struct raster *raster, int x, int y)
{
    return raster->pixels[y * raster->width + x].red;
}

/* An edge through the middle of a pixel fills half of it, two edges a quarter. */
static void test_edges_are_smooth(void **state)
{
    struct kit *kit = *state;
    struct raster raster;
    struct outline outline = {0};
    add_square(kit, &outline, 3, 8);
    raster_init(&raster, &kit->arena, 6, 6, black);
    raster_fill(&raster, &outline, (struct raster_place){{0, 0, 6, 6}, 1, 2}, white);
    assert_int_equal(grey_at(&raster, 0, 2), 0);
    assert_int_equal(grey_at(&raster, 1, 2), 127);
    assert_int_equal(grey_at(&raster, 1, 1), 63);
    assert_int_equal(grey_at(&raster, 2, 2), 255);
    assert_int_equal(grey_at(&raster, 3, 3), 255);
    assert_int_equal(grey_at(&raster, 4, 3), 0);
}

/* What is within the box is filled, and nothing around it, also where that is outside. */
static void test_boxes_cut(void **state)
{
    struct kit *kit = *state;
    struct raster raster;
    struct outline outline = {0};
    add_square(kit, &outline, -50, 50);
    raster_init(&raster, &kit->arena, 10, 10, black);
    raster_fill(&raster, &outline, (struct raster_place){{7, 2, 8, 3}, 1, 1}, white);
    for (int y = 0; y < 10; y++)
        for (int x = 0; x < 10; x++)
            assert_int_equal(grey_at(&raster, x, y), x >= 7 && y >= 2 && y < 5 ? 255 : 0);
}

static unsigned long light_in(const struct raster *raster)
{
    unsigned long light = 0;
    for (int i = 0; i < raster->width * raster->height; i++)
        light += raster->pixels[i].red;
    return light / 255;
}

/* A disc of radius 40 has an area of 5027; a ring, drawn back inside, of radius 20 less, 3770. */
static void test_arcs_are_round(void **state)
{
    struct kit *kit = *state;
    struct raster raster;
    struct outline disc = {0}, ring = {0};
    struct raster_place place = {{0, 0, 100, 100}, 1, 1};
    add_circle(kit, &disc, 50, 50, 40, false);
    raster_init(&raster, &kit->arena, 100, 100, black);
    raster_fill(&raster, &disc, place, white);
    assert_in_range(light_in(&raster), 5020, 5030);
    add_circle(kit, &ring, 50, 50, 40, false);
    add_circle(kit, &ring, 50, 50, 20, true);
    raster_init(&raster, &kit->arena, 100, 100, black);
    raster_fill(&raster, &ring, place, white);
    assert_in_range(light_in(&raster), 3762, 3772);
    assert_int_equal(grey_at(&raster, 50, 50), 0);
}

/* Shapes that overlap are filled once. */
static void test_overlaps_are_whole(void **state)
{
    struct kit *kit = *state;
    struct raster raster;
    struct outline outline = {0};
    add_square(kit, &outline, 0, 8);
    add_circle(kit, &outline, 5, 5, 3, false);
    raster_init(&raster, &kit->arena, 8, 8, black);
    raster_fill(&raster, &outline, (struct raster_place){{0, 0, 8, 8}, 1, 1}, white);
    assert_int_equal(light_in(&raster), 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_colours_are_read),  WITH_KIT(test_contrast_is_that_of_wcag),
        WITH_KIT(test_colours_are_mixed), WITH_KIT(test_png_is_what_zlib_unpacks),
        WITH_KIT(test_edges_are_smooth),  WITH_KIT(test_boxes_cut),
        WITH_KIT(test_arcs_are_round),    WITH_KIT(test_overlaps_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
