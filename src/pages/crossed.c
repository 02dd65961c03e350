#include "pages/crossed.h"

#include "pages/picked.h"
#include "pages/values.h"

const char crossed_shape[] =
    "id field{@facet} by{@facet} count count_text partial? several? stacked? "
    "parts[name path part] "
    "columns[name path count count_text cells[count used? part top height middle told?]] "
    "blocks[name path count_text terms[name path count] more]";

/* A part of a column that is lower, in per cent, has no room for its number. */
enum { TOLD_FROM = 5 };

/* What the pictures are made of. */
struct pair_maker {
    struct arena *arena;
    const struct collection *collection;
    const struct tongue *tongue;
    const struct crossed *pair;
    struct value *map;
};

static struct value *term_of(const struct pair_maker *maker, const struct term *term)
{
    return maker->tongue
        ->terms[facet_number(&maker->collection->facets, term->facet)][term->number];
}

/* Returns a map with the name and the path of a term. */
static struct value *named_value(const struct pair_maker *maker, const struct term *term)
{
    struct value *map = value_map(maker->arena), *from = term_of(maker, term);
    values_text(maker->arena, map, STR("name"), value_get_str(from, STR("name")));
    values_text(maker->arena, map, STR("path"), value_get_str(from, STR("path")));
    return map;
}

static void put_count(const struct pair_maker *maker, struct value *map, size_t count)
{
    value_put(maker->arena, map, STR("count"), value_int(maker->arena, (int64_t)count));
}

static const struct term_refs *terms_of(const struct pair_maker *maker, const struct entry *entry,
                                        const struct facet *facet)
{
    return &entry->terms[facet_number(&maker->collection->facets, facet)];
}

/*
 * Columns
 */

struct stacks {
    struct picked columns;
    const struct term **parts;
    size_t part_count;
    size_t *counts;  /* a row of parts for each column */
    size_t *sums;    /* by column */
    size_t *of_part; /* by part */
    size_t highest;  /* of the sums, at least 1 */
    bool rest;       /* the last part is of several terms */
};

static void count_stacks(const struct pair_maker *maker, const struct picked *ranked,
                         struct stacks *stacks)
{
    for (size_t i = 0; i < maker->collection->entries.len; i++) {
        const struct entry *entry = maker->collection->entries.items[i];
        const struct term_refs *values = terms_of(maker, entry, maker->pair->field);
        const struct term_refs *by = terms_of(maker, entry, maker->pair->by);
        if (values->len == 0)
            continue;
        size_t part = ranked->places[values->items[0]->number] - 1;
        part = part < stacks->part_count ? part : stacks->part_count - 1;
        for (size_t k = 0; k < by->len; k++) {
            size_t column = stacks->columns.places[by->items[k]->number];
            if (column == 0)
                continue;
            stacks->counts[(column - 1) * stacks->part_count + part]++;
            stacks->of_part[part]++;
            if (++stacks->sums[column - 1] > stacks->highest)
                stacks->highest = stacks->sums[column - 1];
        }
    }
}

static struct stacks stacks_of(const struct pair_maker *maker)
{
    struct arena *arena = maker->arena;
    struct picked ranked = picked_ranked(arena, maker->pair->field);
    struct stacks stacks = {
        .columns = picked_most(arena, maker->pair->by, CROSSED_COLUMNS_MAX),
        .parts = ranked.terms,
        .part_count = ranked.len < CROSSED_PARTS_MAX ? ranked.len : CROSSED_PARTS_MAX,
        .highest = 1,
        .rest = ranked.len > CROSSED_PARTS_MAX,
    };
    stacks.counts = arena_items(arena, size_t, stacks.columns.len * stacks.part_count);
    stacks.sums = arena_items(arena, size_t, stacks.columns.len);
    stacks.of_part = arena_items(arena, size_t, stacks.part_count);
    count_stacks(maker, &ranked, &stacks);
    return stacks;
}

/* Returns a part of a whole in per cent, with two digits behind the point, as SVG has it. */
static struct str percent(struct arena *arena, size_t part, size_t whole)
{
    size_t all = part * 10000 / whole;
    return str_format(arena, "%zu.%02zu%%", all / 100, all % 100);
}

/* Spreads the parts over the shades there are, so that few of them are far apart. */
static size_t shade_of(size_t part, size_t count)
{
    return count > 1 ? 1 + part * (CROSSED_PARTS_MAX - 1) / (count - 1) : 1;
}

static void put_shade(const struct pair_maker *maker, struct value *map,
                      const struct stacks *stacks, size_t part)
{
    value_put(maker->arena, map, STR("part"),
              value_int(maker->arena, (int64_t)shade_of(part, stacks->part_count)));
}

/* Makes what explains a part: its name, unless it is all the rest. */
static struct value *part_value(const struct pair_maker *maker, const struct stacks *stacks,
                                size_t part)
{
    bool rest = stacks->rest && part == stacks->part_count - 1;
    struct value *map = rest ? value_map(maker->arena) : named_value(maker, stacks->parts[part]);
    put_shade(maker, map, stacks, part);
    return map;
}

/* Makes one part of a column; `below` are the entries in the parts under it. */
static struct value *cell_value(const struct pair_maker *maker, const struct stacks *stacks,
                                size_t part, size_t count, size_t below)
{
    struct arena *arena = maker->arena;
    size_t highest = stacks->highest, above = highest - below - count;
    struct value *map = value_map(arena);
    put_shade(maker, map, stacks, part);
    put_count(maker, map, count);
    value_put(arena, map, STR("used"), value_bool(count > 0));
    values_text(arena, map, STR("top"), percent(arena, above, highest));
    values_text(arena, map, STR("height"), percent(arena, count, highest));
    values_text(arena, map, STR("middle"), percent(arena, 2 * above + count, 2 * highest));
    value_put(arena, map, STR("told"), value_bool(count * 100 >= highest * TOLD_FROM));
    return map;
}

static struct value *column_value(const struct pair_maker *maker, const struct stacks *stacks,
                                  size_t column)
{
    struct value *map = named_value(maker, stacks->columns.terms[column]);
    struct value *cells = value_list(maker->arena);
    for (size_t part = 0, below = 0; part < stacks->part_count; part++) {
        size_t count = stacks->counts[column * stacks->part_count + part];
        if (stacks->of_part[part])
            value_add(maker->arena, cells, cell_value(maker, stacks, part, count, below));
        below += count;
    }
    values_count(maker->arena, map, maker->collection, maker->tongue->language,
                 stacks->sums[column]);
    value_put(maker->arena, map, STR("cells"), cells);
    return map;
}

/* `both` is how many entries have terms of both facets. */
static void put_stacks(const struct pair_maker *maker, size_t both)
{
    struct arena *arena = maker->arena;
    struct stacks stacks = stacks_of(maker);
    struct value *parts = value_list(arena), *columns = value_list(arena);
    for (size_t i = 0; i < stacks.part_count; i++)
        if (stacks.of_part[i])
            value_add(arena, parts, part_value(maker, &stacks, i));
    size_t drawn = 0;
    for (size_t i = 0; i < stacks.columns.len; i++) {
        drawn += stacks.sums[i];
        if (stacks.sums[i])
            value_add(arena, columns, column_value(maker, &stacks, i));
    }
    value_put(arena, maker->map, STR("parts"), parts);
    value_put(arena, maker->map, STR("columns"), columns);
    value_put(arena, maker->map, STR("several"), value_bool(drawn > both));
    value_put(arena, maker->map, STR("partial"),
              value_bool(stacks.columns.len < maker->pair->by->terms.len));
}

/*
 * Blocks
 */

static struct value *block_value(const struct pair_maker *maker, const struct term *term,
                                 struct term_counts counts)
{
    struct arena *arena = maker->arena;
    struct value *map = named_value(maker, term), *terms = value_list(arena);
    values_text(arena, map, STR("count_text"),
                value_get_str(term_of(maker, term), STR("count_text")));
    for (size_t i = 0; i < counts.len && i < CROSSED_TERMS_MAX; i++) {
        struct value *one = named_value(maker, counts.items[i].term);
        size_t count = counts.items[i].count;
        put_count(maker, one, count);
        value_add(arena, terms, one);
    }
    value_put(arena, map, STR("terms"), terms);
    if (counts.len > CROSSED_TERMS_MAX)
        value_put(arena, map, STR("more"),
                  value_int(arena, (int64_t)(counts.len - CROSSED_TERMS_MAX)));
    return map;
}

static void put_blocks(const struct pair_maker *maker)
{
    struct arena *arena = maker->arena;
    const struct facet *by = maker->pair->by;
    struct picked picked = picked_most(arena, by, CROSSED_BLOCKS_MAX);
    struct value *blocks = value_list(arena);
    for (size_t i = 0; i < picked.len; i++) {
        struct term_counts counts =
            term_counts_of(arena, maker->collection, picked.terms[i], maker->pair->field, SIZE_MAX);
        term_counts_sort(&counts);
        if (counts.len)
            value_add(arena, blocks, block_value(maker, picked.terms[i], counts));
    }
    value_put(arena, maker->map, STR("blocks"), blocks);
    value_put(arena, maker->map, STR("partial"), value_bool(picked.len < by->terms.len));
}

/* Counts the entries that have terms of both facets. */
static size_t count_both(const struct pair_maker *maker)
{
    size_t count = 0;
    for (size_t i = 0; i < maker->collection->entries.len; i++) {
        const struct entry *entry = maker->collection->entries.items[i];
        count += terms_of(maker, entry, maker->pair->field)->len &&
                 terms_of(maker, entry, maker->pair->by)->len;
    }
    return count;
}

static struct value *pair_value(const struct pair_maker *maker)
{
    struct arena *arena = maker->arena;
    const struct facet_list *facets = &maker->collection->facets;
    const struct crossed *pair = maker->pair;
    values_text(arena, maker->map, STR("id"),
                STR_JOIN(arena, pair->field->path, STR("_"), pair->by->path));
    value_put(arena, maker->map, STR("field"),
              maker->tongue->facets[facet_number(facets, pair->field)]);
    value_put(arena, maker->map, STR("by"), maker->tongue->facets[facet_number(facets, pair->by)]);
    size_t both = count_both(maker);
    values_count(arena, maker->map, maker->collection, maker->tongue->language, both);
    value_put(arena, maker->map, STR("stacked"), value_bool(pair->stacked));
    if (pair->stacked)
        put_stacks(maker, both);
    else
        put_blocks(maker);
    return maker->map;
}

struct value *crossed_pairs(struct arena *arena, const struct collection *collection,
                            const struct tongue *tongue)
{
    const struct crossed_list *crossed = &collection->kind.crossed;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < crossed->len; i++) {
        struct pair_maker maker = {arena, collection, tongue, &crossed->items[i], value_map(arena)};
        value_add(arena, list, pair_value(&maker));
    }
    return list;
}
