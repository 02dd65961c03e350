#include "pages/crossing.h"

#include "pages/values.h"

const char crossing_shape[] = "name path group group_name count count_text used? shade";
const char crossing_table_shape[] = "title columns[@term] rows[term{@term} cells[@crossing]]";

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

/* Makes one row. `counts` has a count for each folder, and `most` is the largest of the table. */
static struct value *crossing_row(struct arena *arena, const struct collection *collection,
                                  const struct tongue *tongue, const struct value *term_value,
                                  const size_t *counts, size_t most)
{
    const struct facet *folders = collection_folders(collection);
    struct value *map = value_map(arena), *cells = value_list(arena);
    for (size_t i = 0; i < folders->terms.len; i++) {
        size_t count = counts[i];
        struct value *cell =
            crossing_value(arena, collection, tongue, term_value, folders->terms.items[i], count);
        if (count)
            value_put(arena, cell, STR("shade"),
                      value_int(arena, (int64_t)(1 + (count - 1) * SHADES / most)));
        value_add(arena, cells, cell);
    }
    value_put(arena, map, STR("term"), term_value);
    value_put(arena, map, STR("cells"), cells);
    return map;
}

/* Fills `counts`, a row of folders for each term of the facet. Returns the largest, at least 1. */
static size_t count_all(const struct collection *collection, size_t main_number, size_t *counts)
{
    size_t columns = collection_folders(collection)->terms.len, most = 1;
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        for (size_t k = 0; k < entry->terms[main_number].len; k++) {
            size_t term = entry->terms[main_number].items[k]->number;
            size_t count = ++counts[term * columns + entry->folder->number];
            most = count > most ? count : most;
        }
    }
    return most;
}

struct value *crossing_table(struct arena *arena, const struct collection *collection,
                             const struct tongue *tongue)
{
    const struct facet *main = collection_main(collection);
    const struct facet *folders = collection_folders(collection);
    if (!main || folders->terms.len == 0)
        return NULL;
    size_t main_number = facet_number(&collection->facets, main), columns = folders->terms.len;
    size_t *counts = arena_items(arena, size_t, main->terms.len * columns);
    size_t most = count_all(collection, main_number, counts);
    struct value *table = value_map(arena), *rows = value_list(arena);
    for (size_t i = 0; i < main->terms.len; i++)
        value_add(arena, rows,
                  crossing_row(arena, collection, tongue, tongue->terms[main_number][i],
                               counts + i * columns, most));
    value_put(arena, table, STR("title"),
              value_text(arena, label_text(main->title, tongue->language)));
    value_put(arena, table, STR("columns"),
              value_get(tongue->facets[facet_number(&collection->facets, folders)], STR("terms")));
    value_put(arena, table, STR("rows"), rows);
    return table;
}

struct value *crossing_of_folder(struct arena *arena, const struct collection *collection,
                                 const struct tongue *tongue, const struct term *folder)
{
    const struct facet *main = collection_main(collection);
    if (!main)
        return NULL;
    size_t main_number = facet_number(&collection->facets, main);
    size_t *counts = arena_items(arena, size_t, main->terms.len);
    for (size_t i = 0; i < folder->entries.len; i++)
        for (size_t k = 0; k < folder->entries.items[i]->terms[main_number].len; k++)
            counts[folder->entries.items[i]->terms[main_number].items[k]->number]++;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < main->terms.len; i++)
        if (counts[i])
            value_add(arena, list,
                      crossing_value(arena, collection, tongue, tongue->terms[main_number][i],
                                     folder, counts[i]));
    return list;
}
