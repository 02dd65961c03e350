#include "pages/crossing.h"

#include <stdlib.h>

#include "base/vec.h"
#include "pages/values.h"

const char crossing_shape[] = "name path group group_name count count_text used? shade";
const char crossing_table_shape[] =
    "title columns[@term] rows[term{@term} cells[@crossing]] partial? sides[@facet]";

/* Cells that are not empty have a shade from 1, the lightest, to this (theme/README.md). */
enum { SHADES = 4 };

/*
 * `term_value` is what templates are given of the main facet's term; `folder` is a
 * folder's term.
 */
static struct value *crossing_value(struct arena *arena, const struct collection *collection,
                                    const struct tongue *tongue, const struct value *term_value,
                                    const struct term *folder, size_t count)
{
    struct value *map = value_map(arena);
    values_text(arena, map, STR("name"), value_get_str(term_value, STR("name")));
    values_text(arena, map, STR("path"), value_get_str(term_value, STR("path")));
    values_text(arena, map, STR("group"), folder->id);
    values_text(arena, map, STR("group_name"), label_text(folder->label, tongue->language));
    values_count(arena, map, collection, tongue->language, count);
    value_put(arena, map, STR("used"), value_bool(arena, count > 0));
    return map;
}

/* The terms along one side of the table. */
struct side {
    const struct facet *facet;
    const struct term **terms; /* in the facet's order */
    size_t len;
    size_t *places; /* by the term's number: its place in the table, from 1; 0: it is left out */
};

static int by_entries(const void *left, const void *right)
{
    const struct term *a = *(const struct term *const *)left;
    const struct term *b = *(const struct term *const *)right;
    if (a->entries.len != b->entries.len)
        return a->entries.len > b->entries.len ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* Takes all terms of the facet, or the `most` of them that have the most entries. */
static struct side side_of(struct arena *arena, const struct facet *facet, size_t most)
{
    size_t count = facet->terms.len;
    struct side side = {.facet = facet};
    side.places = arena_items(arena, size_t, count);
    side.terms = arena_items(arena, const struct term *, count);
    for (size_t i = 0; i < count; i++)
        side.terms[i] = facet->terms.items[i];
    if (count > most)
        qsort(side.terms, count, sizeof *side.terms, by_entries);
    for (size_t i = 0; i < count && i < most; i++)
        side.places[side.terms[i]->number] = 1;
    for (size_t i = 0; i < count; i++)
        if (side.places[i]) {
            side.terms[side.len++] = facet->terms.items[i];
            side.places[i] = side.len;
        }
    return side;
}

/* Makes one row. `counts` has a count for each column, and `most` is the largest of the table. */
static struct value *crossing_row(struct arena *arena, const struct collection *collection,
                                  const struct tongue *tongue, const struct value *term_value,
                                  const struct side *columns, const size_t *counts, size_t most)
{
    struct value *map = value_map(arena), *cells = value_list(arena);
    for (size_t i = 0; i < columns->len; i++) {
        size_t count = counts[i];
        struct value *cell =
            crossing_value(arena, collection, tongue, term_value, columns->terms[i], count);
        if (count)
            value_put(arena, cell, STR("shade"),
                      value_int(arena, (int64_t)(1 + (count - 1) * SHADES / most)));
        value_add(arena, cells, cell);
    }
    value_put(arena, map, STR("term"), term_value);
    value_put(arena, map, STR("cells"), cells);
    return map;
}

/* Fills `counts`, a count for each cell, row by row. Returns the largest, at least 1. */
static size_t count_cells(const struct collection *collection, const struct side *rows,
                          const struct side *columns, size_t *counts)
{
    size_t main_number = facet_number(&collection->facets, rows->facet), most = 1;
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        const struct term_refs *terms = &entry->terms[main_number];
        size_t column = columns->places[entry->folder->number];
        for (size_t k = 0; column && k < terms->len; k++) {
            size_t row = rows->places[terms->items[k]->number];
            size_t count = row ? ++counts[(row - 1) * columns->len + column - 1] : 0;
            most = count > most ? count : most;
        }
    }
    return most;
}

static struct value *rows_value(struct arena *arena, const struct collection *collection,
                                const struct tongue *tongue, const struct side *rows,
                                const struct side *columns)
{
    struct value *list = value_list(arena);
    size_t *counts = arena_items(arena, size_t, rows->len * columns->len);
    size_t most = count_cells(collection, rows, columns, counts);
    struct value **terms = tongue->terms[facet_number(&collection->facets, rows->facet)];
    for (size_t i = 0; i < rows->len; i++)
        value_add(arena, list,
                  crossing_row(arena, collection, tongue, terms[rows->terms[i]->number], columns,
                               counts + i * columns->len, most));
    return list;
}

static struct value *columns_value(struct arena *arena, const struct collection *collection,
                                   const struct tongue *tongue, const struct side *columns)
{
    struct value *list = value_list(arena);
    struct value **terms = tongue->terms[facet_number(&collection->facets, columns->facet)];
    for (size_t i = 0; i < columns->len; i++)
        value_add(arena, list, terms[columns->terms[i]->number]);
    return list;
}

/* Puts whether terms are left out, and the two facets, which have them all. */
static void put_sides(struct arena *arena, struct value *table, const struct collection *collection,
                      const struct tongue *tongue, const struct side *rows,
                      const struct side *columns)
{
    const struct side *both[] = {rows, columns};
    struct value *sides = value_list(arena);
    bool partial = false;
    for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
        const struct facet *facet = both[i]->facet;
        partial = partial || both[i]->len < facet->terms.len;
        value_add(arena, sides, tongue->facets[facet_number(&collection->facets, facet)]);
    }
    value_put(arena, table, STR("partial"), value_bool(arena, partial));
    value_put(arena, table, STR("sides"), sides);
}

struct value *crossing_table(struct arena *arena, const struct collection *collection,
                             const struct tongue *tongue)
{
    const struct facet *main = collection_main(collection);
    const struct facet *folders = collection_folders(collection);
    if (!main || folders->terms.len == 0)
        return NULL;
    struct side rows = side_of(arena, main, CROSSING_ROWS_MAX);
    struct side columns = side_of(arena, folders, CROSSING_COLUMNS_MAX);
    struct value *table = value_map(arena);
    value_put(arena, table, STR("title"),
              value_text(arena, label_text(main->title, tongue->language)));
    value_put(arena, table, STR("columns"), columns_value(arena, collection, tongue, &columns));
    value_put(arena, table, STR("rows"), rows_value(arena, collection, tongue, &rows, &columns));
    put_sides(arena, table, collection, tongue, &rows, &columns);
    return table;
}

/* The numbers of the main facet's terms that a folder's entries have, as often as they have them.
 */
struct numbers {
    size_t *items;
    size_t len, cap;
};

static int compare_numbers(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return (a > b) - (a < b);
}

static struct numbers numbers_of_folder(struct arena *arena, const struct term *folder,
                                        size_t main_number)
{
    struct numbers numbers = {0};
    for (size_t i = 0; i < folder->entries.len; i++) {
        const struct term_refs *terms = &folder->entries.items[i]->terms[main_number];
        for (size_t k = 0; k < terms->len; k++)
            vec_push(arena, &numbers, terms->items[k]->number);
    }
    if (numbers.len)
        qsort(numbers.items, numbers.len, sizeof *numbers.items, compare_numbers);
    return numbers;
}

struct value *crossing_of_folder(struct arena *arena, const struct collection *collection,
                                 const struct tongue *tongue, const struct term *folder)
{
    const struct facet *main = collection_main(collection);
    if (!main)
        return NULL;
    size_t main_number = facet_number(&collection->facets, main);
    struct numbers numbers = numbers_of_folder(arena, folder, main_number);
    struct value *list = value_list(arena);
    for (size_t i = 0, end; i < numbers.len; i = end) {
        for (end = i; end < numbers.len && numbers.items[end] == numbers.items[i];)
            end++;
        value_add(arena, list,
                  crossing_value(arena, collection, tongue,
                                 tongue->terms[main_number][numbers.items[i]], folder, end - i));
    }
    return list;
}
