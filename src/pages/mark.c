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
    SHARE_WIDTH = 1200,
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
    struct raster_box room = {side + MARGIN, 100, SHARE_WIDTH - side - 2 * MARGIN, 430};
    struct raster_box board = {room.left, room.top + room.height, room.width, BOARD};
    struct raster raster;
    raster_init(&raster, maker->arena, SHARE_WIDTH, side, shade("#ffffff"));
    paint_motif(&raster, maker->arena, &maker->mark, square, MOTIF_PLANE);
    if (shelf && shelf->terms.len) {
        paint_shelf(&raster, maker->arena, shelf, room, LEAST);
        raster_paint(&raster, board, shade("#17191c"));
    } else {
        paint_motif(&raster, maker->arena, &maker->mark, next, MOTIF_PLANE);
    }
    png_put(out, raster.pixels, SHARE_WIDTH, (size_t)side);
}

/* The same upright. */
static void draw_cover(struct buf *out, const struct mark_maker *maker)
{
    enum { WIDTH = MARK_COVER_WIDTH, HEIGHT = MARK_COVER_HEIGHT, SHELF = HEIGHT - WIDTH };
    const struct facet *shelf = collection_shelf(maker->collection);
    struct raster_box square = {0, 0, WIDTH, WIDTH}, next = {0, WIDTH, WIDTH, WIDTH};
    struct raster_box room = {MARGIN, WIDTH + MARGIN / 2, WIDTH - 2 * MARGIN, SHELF - MARGIN};
    struct raster_box board = {room.left, room.top + room.height, room.width, BOARD};
    struct raster raster;
    raster_init(&raster, maker->arena, WIDTH, HEIGHT, shade("#ffffff"));
    paint_motif(&raster, maker->arena, &maker->mark, square, MOTIF_PLANE);
    if (shelf && shelf->terms.len) {
        paint_shelf(&raster, maker->arena, shelf, room, LEAST_UPRIGHT);
        raster_paint(&raster, board, shade("#17191c"));
    } else {
        paint_motif(&raster, maker->arena, &maker->mark, next, MOTIF_PLANE);
    }
    png_put(out, raster.pixels, WIDTH, HEIGHT);
}

static const struct made_picture {
    struct str name;
    void (*draw)(struct buf *out, const struct mark_maker *maker, int side);
    int side;       /* its height, too */
    bool addressed; /* of use only when the site has an address */
} pictures[MARK_PICTURES] = {
    {STR_INIT("icon.svg"), draw_svg, MOTIF_TILE, false},
    {STR_INIT("icon-180.png"), draw_icon, 180, false},
    {STR_INIT("icon-192.png"), draw_icon, 192, false},
    {STR_INIT("icon-512.png"), draw_icon, 512, false},
    {STR_INIT("share.png"), draw_share, 630, true},
};

static bool theme_has(const struct theme *theme, struct str name)
{
    for (size_t i = 0; i < theme->asset_count; i++)
        if (str_eq(theme->assets[i].name, name))
            return true;
    return false;
}

static struct asset make_picture(const struct made_picture *picture, struct arena *arena,
                                 const struct collection *collection, bool drawn)
{
    struct arena scratch;
    struct buf bytes = BUF_INIT;
    arena_init(&scratch);
    if (drawn)
        picture->draw(&bytes,
                      &(struct mark_maker){&scratch, collection, site_mark(&collection->settings)},
                      picture->side);
    arena_release(&scratch);
    struct asset asset = {.name = picture->name, .bytes = buf_finish(&bytes, arena)};
    asset.hash = hash_hex(arena, hash_of(asset.bytes));
    return asset;
}

/* The picture with the shelf has the motifs of its terms, which are made of their ids. */
struct hash mark_asked(const struct collection *collection, bool drawn)
{
    const struct settings *settings = &collection->settings;
    const struct value *wish = value_get(settings->fields, STR(FIELD_MARK));
    const struct value *turned = value_get(wish, STR("turned"));
    const struct facet *shelf = settings->base_url.len ? collection_shelf(collection) : NULL;
    struct hashing *hashing = hash_begin();
    hash_append_line(hashing, drawn ? STR("drawn") : STR("empty"));
    hash_append_line(hashing, settings->title);
    hash_append_line(hashing, value_get_str(wish, STR("tint")));
    hash_append_line(hashing, value_get_str(wish, STR("motif")));
    hash_append_line(hashing, !turned ? STR("") : turned->boolean ? STR("turned") : STR("upright"));
    hash_append_line(hashing, settings->base_url);
    for (size_t i = 0; shelf && i < shelf->terms.len; i++)
        hash_append_line(hashing, shelf->terms.items[i]->id);
    return hash_end(hashing);
}

static void copy_pictures(struct mark *mark, struct arena *arena, const struct mark *other)
{
    *mark = *other;
    for (size_t i = 0; i < mark->count; i++) {
        mark->pictures[i].bytes = str_copy(arena, other->pictures[i].bytes);
        mark->pictures[i].hash = str_copy(arena, other->pictures[i].hash);
    }
}

void mark_make(struct mark *mark, struct arena *arena, const struct collection *collection,
               bool drawn, const struct mark *before)
{
    *mark = (struct mark){.asked = mark_asked(collection, drawn)};
    if (before && hash_eq(before->asked, mark->asked)) {
        copy_pictures(mark, arena, before);
        return;
    }
    for (size_t i = 0; i < MARK_PICTURES; i++)
        if (collection->settings.base_url.len || !pictures[i].addressed)
            mark->pictures[mark->count++] = make_picture(&pictures[i], arena, collection, drawn);
}

void mark_add(struct theme *theme, struct arena *arena, const struct mark *mark)
{
    size_t added = theme->asset_count;
    struct asset *assets = arena_items(arena, struct asset, theme->asset_count + mark->count);
    for (size_t i = 0; i < theme->asset_count; i++)
        assets[i] = theme->assets[i];
    for (size_t i = 0; i < mark->count; i++)
        if (!theme_has(theme, mark->pictures[i].name))
            assets[added++] = mark->pictures[i];
    theme->assets = assets;
    theme->asset_count = added;
}

void mark_put_cover(struct buf *out, const struct collection *collection)
{
    struct arena scratch;
    arena_init(&scratch);
    draw_cover(out, &(struct mark_maker){&scratch, collection, site_mark(&collection->settings)});
    arena_release(&scratch);
}
