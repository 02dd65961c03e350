#include "pages/crossing.h"

#include "pages/card.h"
#include "pages/picked.h"
#include "pages/values.h"
#include "plan/paged.h"

const char crossing_shape[] = "name path group group_name count count_text used? shade";
const char crossing_table_shape[] =
    "title columns[@term] rows[term{@term} cells[@crossing]] steps[shade text] "
    "shorts[@term] shorts_any? partial? sides[@facet]";

/* Cells that are not empty have a shade from 1 to this (theme/README.md). */
enum { SHADES = 3, FEW = 10 };

/*
 * Returns the lowest count that has a shade, when `most` is the highest of all. While counts are
 * low, each of the first has one of its own.
 */
static size_t first_of_shade(size_t shade, size_t most)
{
    return most < FEW ? shade : 1 + ((shade - 1) * most + SHADES - 1) / SHADES;
}

size_t crossing_shade(size_t count, size_t most)
{
    size_t shade = SHADES;
    while (shade > 1 && count < first_of_shade(shade, most))
        shade--;
    return shade;
}

/* Says which counts have which shade, for those that are used. */
static struct value *steps_value(struct arena *arena, size_t most)
{
    struct value *list = value_list(arena);
    for (size_t shade = 1; shade <= SHADES && first_of_shade(shade, most) <= most; shade++) {
        size_t from = first_of_shade(shade, most);
        size_t to = shade == SHADES ? most : first_of_shade(shade + 1, most) - 1;
        struct value *step = value_map(arena);
        value_put(arena, step, STR("shade"), value_int(arena, (int64_t)shade));
        values_text(arena, step, STR("text"),
                    from < to ? str_format(arena, "%zu–%zu", from, to)
                              : str_format(arena, "%zu", from));
        value_add(arena, list, step);
    }
    return list;
}

/* Returns what templates are given of a term of the main facet. */
static const struct value *main_value(const struct collection *collection,
                                      const struct tongue *tongue, const struct term *term)
{
    return tongue->terms[facet_number(&collection->facets, term->facet)][term->number];
}

/* Returns the path of the page where the group of a folder begins, of those with a term's entries.
 */
static struct str path_of_group(struct arena *arena, const struct collection *collection,
                                const struct term *term, const struct term *folder)
{
    return paged_path_of_item(arena, collection, term->path,
                              group_start(term->entries.items, term->entries.len, folder));
}

/* `term` is of the main facet, and `folder` is a folder's. */
static struct value *crossing_value(struct arena *arena, const struct collection *collection,
                                    const struct tongue *tongue, const struct term *term,
                                    const struct term *folder, size_t count)
{
    struct value *map = value_map(arena);
    values_text(arena, map, STR("name"),
                value_get_str(main_value(collection, tongue, term), STR("name")));
    values_text(arena, map, STR("path"),
                count ? path_of_group(arena, collection, term, folder) : term->path);
    values_text(arena, map, STR("group"), folder->id);
    values_text(arena, map, STR("group_name"), label_text(folder->label, tongue->language));
    values_count(arena, map, collection, tongue->language, count);
    value_put(arena, map, STR("used"), value_bool(count > 0));
    return map;
}

/* Makes one row. `counts` has a count for each column, and `most` is the largest of the table. */
static struct value *crossing_row(struct arena *arena, const struct collection *collection,
                                  const struct tongue *tongue, const struct term *term,
                                  const struct picked *columns, const size_t *counts, size_t most)
{
    struct value *map = value_map(arena), *cells = value_list(arena);
    for (size_t i = 0; i < columns->len; i++) {
        size_t count = counts[i];
        struct value *cell =
            crossing_value(arena, collection, tongue, term, columns->terms[i], count);
        if (count)
            value_put(arena, cell, STR("shade"),
                      value_int(arena, (int64_t)crossing_shade(count, most)));
        value_add(arena, cells, cell);
    }
    value_put(arena, map, STR("term"), main_value(collection, tongue, term));
    value_put(arena, map, STR("cells"), cells);
    return map;
}

static void put_cells(struct arena *arena, struct value *table, const struct collection *collection,
                      const struct tongue *tongue, const struct picked *rows,
                      const struct picked *columns)
{
    struct value *list = value_list(arena);
    size_t *counts = picked_cross(arena, collection, rows, columns);
    size_t most = 1;
    for (size_t i = 0; i < rows->len * columns->len; i++)
        most = counts[i] > most ? counts[i] : most;
    for (size_t i = 0; i < rows->len; i++)
        value_add(arena, list,
                  crossing_row(arena, collection, tongue, rows->terms[i], columns,
                               counts + i * columns->len, most));
    value_put(arena, table, STR("rows"), list);
    value_put(arena, table, STR("steps"), steps_value(arena, most));
}

/* Puts the columns, and those of them that have a short name, for it to be explained. */
static void put_columns(struct arena *arena, struct value *table,
                        const struct collection *collection, const struct tongue *tongue,
                        const struct picked *columns)
{
    struct value *list = value_list(arena), *shorts = value_list(arena);
    struct value **terms = tongue->terms[facet_number(&collection->facets, columns->facet)];
    for (size_t i = 0; i < columns->len; i++) {
        value_add(arena, list, terms[columns->terms[i]->number]);
        if (columns->terms[i]->short_name.text.len)
            value_add(arena, shorts, terms[columns->terms[i]->number]);
    }
    value_put(arena, table, STR("columns"), list);
    values_list(arena, table, STR("shorts"), shorts);
}

/* Puts whether terms are left out, and the two facets, which have them all. */
static void put_sides(struct arena *arena, struct value *table, const struct collection *collection,
                      const struct tongue *tongue, const struct picked *rows,
                      const struct picked *columns)
{
    const struct picked *both[] = {rows, columns};
    struct value *sides = value_list(arena);
    bool partial = false;
    for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
        const struct facet *facet = both[i]->facet;
        partial = partial || both[i]->len < facet->terms.len;
        value_add(arena, sides, tongue->facets[facet_number(&collection->facets, facet)]);
    }
    value_put(arena, table, STR("partial"), value_bool(partial));
    value_put(arena, table, STR("sides"), sides);
}

struct value *crossing_table(struct arena *arena, const struct collection *collection,
                             const struct tongue *tongue)
{
    const struct facet *main = collection_main(collection);
    const struct facet *folders = collection_folders(collection);
    if (!main || folders->terms.len == 0)
        return NULL;
    struct picked rows = picked_most(arena, main, CROSSING_ROWS_MAX);
    struct picked columns = picked_most(arena, folders, CROSSING_COLUMNS_MAX);
    struct value *table = value_map(arena);
    value_put(arena, table, STR("title"),
              value_text(arena, label_text(main->title, tongue->language)));
    put_columns(arena, table, collection, tongue, &columns);
    put_cells(arena, table, collection, tongue, &rows, &columns);
    put_sides(arena, table, collection, tongue, &rows, &columns);
    return table;
}

struct value *crossing_of_folder(struct arena *arena, const struct collection *collection,
                                 const struct tongue *tongue, const struct term *folder,
                                 size_t *more)
{
    const struct facet *main = collection_main(collection);
    *more = 0;
    if (!main)
        return NULL;
    struct term_counts counts = term_counts_of(arena, collection, folder, main, SIZE_MAX);
    struct value *list = value_list(arena);
    if (counts.len > MANY_TERMS) {
        term_counts_sort(&counts);
        *more = counts.len - FEW_TERMS;
    }
    for (size_t i = 0; i < counts.len - *more; i++)
        value_add(arena, list,
                  crossing_value(arena, collection, tongue, counts.items[i].term, folder,
                                 counts.items[i].count));
    return list;
}
