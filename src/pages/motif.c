#include "pages/motif.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/slug.h"
#include "pages/values.h"
#include "plan/paths.h"

/* What those before have: of each family and of each tint. */
struct taken {
    bool in_round[MOTIF_FAMILIES];
    size_t round; /* how many of them */
    struct {
        size_t count;
        bool turned; /* the last of them */
        bool held[MOTIF_TINTS][2];
    } families[MOTIF_FAMILIES];
    size_t uses[MOTIF_TINTS];
    size_t count;
    unsigned last_tint;
};

static unsigned choose_family(struct taken *taken, uint32_t number)
{
    if (taken->round == MOTIF_FAMILIES) {
        for (size_t i = 0; i < MOTIF_FAMILIES; i++)
            taken->in_round[i] = false;
        taken->round = 0;
    }
    unsigned family = number % MOTIF_FAMILIES;
    while (taken->in_round[family])
        family = (family + 1) % MOTIF_FAMILIES;
    taken->in_round[family] = true;
    taken->round++;
    return family;
}

static bool is_turned(const struct taken *taken, unsigned family, unsigned tint)
{
    if (taken->families[family].count)
        return !taken->families[family].turned;
    return taken->uses[tint] % 2 != tint % 2;
}

/*
 * Returns how little a tint suits: the lowest is taken. Two neighbours are never alike; to be apart
 * from all of the family counts more than that the tints are used as often.
 */
static size_t misfit(const struct taken *taken, unsigned family, unsigned tint)
{
    const bool *held = taken->families[family].held[tint];
    size_t neighbour = taken->count && taken->last_tint == tint;
    size_t same = held[is_turned(taken, family, tint)];
    size_t twin = held[0] || held[1];
    return (neighbour * 4 + same * 2 + twin) * (taken->count + 1) + taken->uses[tint];
}

static unsigned choose_tint(const struct taken *taken, unsigned family, uint32_t number)
{
    unsigned first = (number >> 8) % MOTIF_TINTS, best = first;
    for (unsigned step = 1; step < MOTIF_TINTS; step++) {
        unsigned tint = (first + step) % MOTIF_TINTS;
        if (misfit(taken, family, tint) < misfit(taken, family, best))
            best = tint;
    }
    return best;
}

static unsigned rotation_of(const struct taken *taken, unsigned family, uint32_t number)
{
    bool upside_down = taken->families[family].count % 2;
    return motif_rotates(family) ? ((number >> 16) + (upside_down ? 2 : 0)) % 4 : 0;
}

static void take(struct taken *taken, const struct motif *motif)
{
    taken->families[motif->family].held[motif->tint][motif->turned] = true;
    taken->families[motif->family].turned = motif->turned;
    taken->families[motif->family].count++;
    taken->uses[motif->tint]++;
    taken->last_tint = motif->tint;
    taken->count++;
}

void motifs_choose(struct motif *motifs, const struct str *ids, size_t count)
{
    struct taken taken = {0};
    for (size_t i = 0; i < count; i++) {
        struct motif *motif = &motifs[i];
        motif->number = hash_number(ids[i]);
        motif->family = choose_family(&taken, motif->number);
        motif->tint = choose_tint(&taken, motif->family, motif->number);
        motif->turned = is_turned(&taken, motif->family, motif->tint);
        motif->rotation = rotation_of(&taken, motif->family, motif->number);
        take(&taken, motif);
    }
}

const struct motif *motifs_of(struct arena *arena, const struct facet *facet)
{
    size_t count = facet->terms.len;
    struct str *ids = arena_items(arena, struct str, count);
    struct motif *motifs = arena_items(arena, struct motif, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = facet->terms.items[i]->id;
    motifs_choose(motifs, ids, count);
    return motifs;
}

/*
 * The files.
 */

static struct asset motif_asset(struct arena *arena, const struct term *term,
                                const struct motif *motif)
{
    struct buf svg = BUF_INIT;
    motif_put(&svg, arena, motif, MOTIF_PLANE);
    struct asset asset = {
        .name = STR_JOIN(arena, STR("motif-"), slug_make(arena, term->facet->field), STR("-"),
                         term->slug, STR(".svg")),
        .bytes = buf_finish(&svg, arena),
    };
    asset.hash = hash_hex(arena, hash_of(asset.bytes));
    return asset;
}

void motif_add(struct plan *plan)
{
    struct arena *arena = &plan->arena;
    const struct facet *shelf = collection_shelf(plan->collection);
    if (!shelf || shelf->terms.len == 0)
        return;
    size_t count = shelf->terms.len;
    const struct motif *motifs = motifs_of(arena, shelf);
    struct asset *assets = arena_items(arena, struct asset, count);
    struct motif_names *names = arena_items(arena, struct motif_names, count);
    for (size_t i = 0; i < count; i++) {
        assets[i] = motif_asset(arena, shelf->terms.items[i], &motifs[i]);
        names[i].path = plan_asset_path(arena, &assets[i]);
        names[i].turned = motifs[i].turned;
        names[i].tint = str_format(arena, "t%u", motifs[i].tint);
        plan_add(plan, (struct output){
                           .path = names[i].path, .asset = &assets[i], .origin = shelf->span});
    }
    plan->motifs = names;
}

void motif_put_names(struct arena *arena, struct value *map, const struct plan *plan,
                     const struct term *term)
{
    if (!term || !plan->motifs || term->facet != collection_shelf(plan->collection))
        return;
    values_text(arena, map, STR("motif"), plan->motifs[term->number].path);
    values_text(arena, map, STR("tint"), plan->motifs[term->number].tint);
    value_put(arena, map, STR("turned"), value_bool(plan->motifs[term->number].turned));
}
