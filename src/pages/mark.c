#include "pages/mark.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/png.h"
#include "collection/fields.h"
#include "pages/motif.h"
#include "pages/raster.h"

struct mark_maker {
    struct arena *arena;
    const struct collection *collection;
    struct motif mark;
};

static struct motif site_mark(const struct settings *settings)
{
    const struct value *wish = value_get(settings->fields, STR(FIELD_MARK));
    struct motif mark;
    unsigned chosen;
    motifs_choose(&mark, &settings->title, 1);
    if (motif_tint_named(value_get_str(wish, STR("tint")), &chosen))
        mark.tint = chosen;
    if (motif_family_named(value_get_str(wish, STR("motif")), &chosen)) {
        mark.family = chosen;
        mark.rotation = motif_rotates(chosen) ? (mark.number >> 16) % 4 : 0;
    }
    if (value_get(wish, STR("turned")))
        mark.turned = value_get_bool(wish, STR("turned"));
    return mark;
}

static struct colour shade(const char *text)
{
    struct colour colour = {0};
    colour_parse(str_of(text), &colour);
    return colour;
}

/* Paints a motif into a box, which `side` of its drawing is as wide as. */
static void paint_motif(struct raster *raster, struct arena *arena, const struct motif *motif,
                        struct raster_box box, int side)
{
    struct motif_shades shades = motif_shades(motif, false);
    struct colour colours[MOTIF_PARTS] = {
        [MOTIF_ECHO] = shade(shades.echo), [MOTIF_FORM] = shade(shades.form)};
    raster_paint(raster, box, shade(shades.ground));
    for (enum motif_part part = 0; part < MOTIF_PARTS; part++) {
        struct outline outline = {0};
        motif_draw(&outline, arena, motif, part, side);
        raster_fill(raster, &outline, (struct raster_place){box, box.width, side}, colours[part]);
    }
}

static void draw_svg(struct buf *out, const struct mark_maker *maker, int side)
{
    motif_put(out, maker->arena, &maker->mark, side);
}

static void draw_icon(struct buf *out, const struct mark_maker *maker, int side)
{
    struct raster raster;
    raster_init(&raster, maker->arena, side, side, (struct colour){0});
    paint_motif(&raster, maker->arena, &maker->mark, (struct raster_box){0, 0, side, side},
                MOTIF_TILE);
    png_put(out, raster.pixels, (size_t)side, (size_t)side);
}

/*
 * The picture for where pages are shared: the mark, and beside it a shelf like that of the front
 * page.
 */

enum {
    MARGIN = 60, /* around the shelf */
    BOARD = 6,   /* that it stands on */
    LEAST = 180, /* the height of a spine; on a cover LEAST_UPRIGHT */
    LEAST_UPRIGHT = 120,
    WIDEST = 60, /* spine */
    NARROWEST = 20,
    GAP = 5, /* between spines */
    BAND = 4,
};

/* A spine has its motif at the top, a band below it and one at the foot. */
static void paint_spine(struct raster *raster, struct arena *arena, const struct motif *motif,
                        struct raster_box box)
{
    struct motif_shades shades = motif_shades(motif, false);
    struct raster_box tile = {box.left, box.top + 10, box.width, box.width};
    struct raster_box band = {box.left, tile.top + tile.height + 6, box.width, BAND};
    raster_paint(raster, box, shade(shades.ground));
    paint_motif(raster, arena, motif, tile, MOTIF_TILE);
    raster_paint(raster, band, shade(shades.form));
    band.top = box.top + box.height - 4 * BAND;
    raster_paint(raster, band, shade(shades.form));
}

/*
 * As many terms as there is room for, if all are not. Their heights tell nothing: all pages name
 * the picture, and would be others with each new entry.
 */
static void paint_shelf(struct raster *raster, struct arena *arena, const struct facet *shelf,
                        struct raster_box room, int least)
{
    int terms = (int)shelf->terms.len, fit = room.width / (NARROWEST + GAP);
    int count = terms < fit ? terms : fit;
    int pitch = room.width / count < WIDEST + GAP ? room.width / count : WIDEST + GAP;
    struct raster_box spine = {room.left + (room.width - count * pitch + GAP) / 2, 0, pitch - GAP,
                               0};
    const struct motif *motifs = motifs_of(arena, shelf);
    for (int i = 0; i < count; i++, spine.left += pitch) {
        spine.height = least + (int)(motifs[i].number % (uint32_t)(room.height - least));
        spine.top = room.top + room.height - spine.height;
        paint_spine(raster, arena, &motifs[i], spine);
    }
}

/* Without a shelf the mark goes on where that would be. */
static void draw_share(struct buf *out, const struct mark_maker *maker, int side)
{
    const struct facet *shelf = collection_shelf(maker->collection);
    struct raster_box square = {0, 0, side, side}, next = {side, 0, side, side};
    struct raster_box room = {side + MARGIN, 100, MARK_SHARE_WIDTH - side - 2 * MARGIN, 430};
    struct raster_box board = {room.left, room.top + room.height, room.width, BOARD};
    struct raster raster;
    raster_init(&raster, maker->arena, MARK_SHARE_WIDTH, side, shade("#ffffff"));
    paint_motif(&raster, maker->arena, &maker->mark, square, MOTIF_PLANE);
    if (shelf && shelf->terms.len) {
        paint_shelf(&raster, maker->arena, shelf, room, LEAST);
        raster_paint(&raster, board, shade("#17191c"));
    } else {
        paint_motif(&raster, maker->arena, &maker->mark, next, MOTIF_PLANE);
    }
    png_put(out, raster.pixels, MARK_SHARE_WIDTH, (size_t)side);
}

/* The same upright. */
static void draw_cover(struct buf *out, const struct mark_maker *maker, int side)
{
    const struct facet *shelf = collection_shelf(maker->collection);
    struct raster_box square = {0, 0, side, side}, next = {0, side, side, side};
    struct raster_box room = {MARGIN, side + MARGIN / 2, side - 2 * MARGIN,
                              MARK_COVER_HEIGHT - side - MARGIN};
    struct raster_box board = {room.left, room.top + room.height, room.width, BOARD};
    struct raster raster;
    raster_init(&raster, maker->arena, side, MARK_COVER_HEIGHT, shade("#ffffff"));
    paint_motif(&raster, maker->arena, &maker->mark, square, MOTIF_PLANE);
    if (shelf && shelf->terms.len) {
        paint_shelf(&raster, maker->arena, shelf, room, LEAST_UPRIGHT);
        raster_paint(&raster, board, shade("#17191c"));
    } else {
        paint_motif(&raster, maker->arena, &maker->mark, next, MOTIF_PLANE);
    }
    png_put(out, raster.pixels, (size_t)side, MARK_COVER_HEIGHT);
}

typedef void draw_picture(struct buf *out, const struct mark_maker *maker, int side);

static const struct made_picture {
    struct str name;
    draw_picture *draw;
    int side;       /* its height, too */
    bool addressed; /* of use only when the site has an address */
} pictures[] = {
    {STR_INIT("icon.svg"), draw_svg, MOTIF_TILE, false},
    {STR_INIT("icon-180.png"), draw_icon, 180, false},
    {STR_INIT("icon-192.png"), draw_icon, 192, false},
    {STR_INIT("icon-512.png"), draw_icon, 512, false},
    {STR_INIT("share.png"), draw_share, MARK_SHARE_HEIGHT, true},
};

enum { PICTURES = sizeof pictures / sizeof *pictures };

static bool theme_has(const struct theme *theme, struct str name)
{
    for (size_t i = 0; i < theme->asset_count; i++)
        if (str_eq(theme->assets[i].name, name))
            return true;
    return false;
}

/* The picture with the shelf has the motifs of its terms, which are made of their ids. */
struct hash mark_asked(const struct collection *collection)
{
    const struct settings *settings = &collection->settings;
    const struct value *wish = value_get(settings->fields, STR(FIELD_MARK));
    const struct value *turned = value_get(wish, STR("turned"));
    const struct facet *shelf = settings->base_url.len ? collection_shelf(collection) : NULL;
    struct hashing *hashing = hash_begin();
    hash_append_line(hashing, STR(MARK_FORM));
    hash_append_line(hashing, settings->title);
    hash_append_line(hashing, value_get_str(wish, STR("tint")));
    hash_append_line(hashing, value_get_str(wish, STR("motif")));
    hash_append_line(hashing, !turned ? STR("") : turned->boolean ? STR("turned") : STR("upright"));
    for (size_t i = 0; shelf && i < shelf->terms.len; i++)
        hash_append_line(hashing, shelf->terms.items[i]->id);
    return hash_end(hashing);
}

void mark_add(struct theme *theme, struct arena *arena, const struct collection *collection)
{
    size_t count = theme->asset_count;
    struct asset *assets = arena_items(arena, struct asset, count + PICTURES);
    struct str hash = hash_hex(arena, mark_asked(collection));
    for (size_t i = 0; i < count; i++)
        assets[i] = theme->assets[i];
    for (size_t i = 0; i < PICTURES; i++)
        if ((collection->settings.base_url.len || !pictures[i].addressed) &&
            !theme_has(theme, pictures[i].name))
            assets[count++] = (struct asset){.name = pictures[i].name, .hash = hash, .drawn = true};
    theme->assets = assets;
    theme->asset_count = count;
}

static void put_drawn(struct buf *out, const struct collection *collection, draw_picture *draw,
                      int side)
{
    struct arena scratch;
    arena_init(&scratch);
    draw(out, &(struct mark_maker){&scratch, collection, site_mark(&collection->settings)}, side);
    arena_release(&scratch);
}

void mark_put(struct buf *out, struct str name, const struct collection *collection)
{
    const struct made_picture *picture = pictures;
    while (!str_eq(picture->name, name))
        picture++;
    put_drawn(out, collection, picture->draw, picture->side);
}

void mark_put_cover(struct buf *out, const struct collection *collection)
{
    put_drawn(out, collection, draw_cover, MARK_COVER_WIDTH);
}
