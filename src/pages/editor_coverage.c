#include "pages/crossing.h"
#include "pages/editor_parts.h"
#include "pages/picked.h"

/* Which values have no entries, and which pairs of values of the main facet and another. */

struct crossed_table {
    struct picked rows, columns;
    size_t *counts;
    size_t most;
    size_t number; /* of the table on the page */
    size_t gaps;   /* pairs that no entry has, also of what the table has no room for */
};

/* A facet whose values somebody has named, so that a gap is one, and which has any. */
static bool is_side(const struct facet *facet)
{
    return facet_has_names(facet) && facet->terms.len > 0;
}

/* How many of all pairs no entry has: it costs as much as the entries have terms. */
static size_t count_gaps(struct editor_page *page, const struct facet *rows,
                         const struct facet *columns)
{
    size_t used = 0;
    for (size_t i = 0; i < rows->terms.len; i++)
        used += term_counts_of(page->scratch, page->inputs->collection, rows->terms.items[i],
                               columns, SIZE_MAX)
                    .len;
    return rows->terms.len * columns->terms.len - used;
}

static void put_crossed_title(struct editor_page *page, const struct crossed_table *table)
{
    editor_label(page, table->rows.facet->title);
    buf_lit(page->out, " × ");
    editor_label(page, table->columns.facet->title);
}

static void put_heads(struct editor_page *page, const struct crossed_table *table)
{
    buf_lit(page->out, "<thead><tr><td></td>");
    for (size_t i = 0; i < table->columns.len; i++) {
        buf_lit(page->out, "<th scope=\"col\">");
        editor_term(page, table->columns.terms[i], true);
        buf_lit(page->out, "</th>");
    }
    buf_format(page->out, "<th scope=\"col\">%s</th></tr></thead>\n<tbody>\n", SAID("Alle", "All"));
}

static void put_crossed_row(struct editor_page *page, const struct crossed_table *table, size_t row)
{
    buf_lit(page->out, "<tr><th scope=\"row\">");
    editor_term(page, table->rows.terms[row], false);
    buf_lit(page->out, "</th>");
    for (size_t i = 0; i < table->columns.len; i++) {
        size_t count = table->counts[row * table->columns.len + i];
        if (count)
            buf_format(page->out, "<td class=\"s%zu\">%zu</td>", crossing_shade(count, table->most),
                       count);
        else
            buf_lit(page->out, "<td class=\"gap\">0</td>");
    }
    buf_format(page->out, "<td class=\"all\">%zu</td></tr>\n", table->rows.terms[row]->entries.len);
}

static void put_counts(struct editor_page *page, const struct crossed_table *table)
{
    buf_format(page->out,
               "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"pair%zu\">\n"
               "<table class=\"crossed\">\n<caption id=\"pair%zu\">",
               table->number, table->number);
    put_crossed_title(page, table);
    buf_lit(page->out, "</caption>\n");
    put_heads(page, table);
    for (size_t i = 0; i < table->rows.len; i++)
        put_crossed_row(page, table, i);
    buf_lit(page->out, "</tbody>\n</table>\n</div>\n");
}

static void put_gaps_of_row(struct editor_page *page, const struct crossed_table *table, size_t row)
{
    size_t gaps = 0;
    for (size_t i = 0; i < table->columns.len; i++) {
        if (table->counts[row * table->columns.len + i])
            continue;
        if (!gaps++) {
            buf_lit(page->out, "<dt>");
            editor_term(page, table->rows.terms[row], false);
            buf_lit(page->out, "</dt><dd>");
        } else {
            buf_lit(page->out, ", ");
        }
        editor_term(page, table->columns.terms[i], false);
    }
    buf_put(page->out, gaps ? STR("</dd>\n") : STR(""));
}

static void put_gap_count(struct editor_page *page, const struct crossed_table *table)
{
    size_t pairs = table->rows.facet->terms.len * table->columns.facet->terms.len;
    buf_format(page->out, SAID("%zu av %zu kryss er tomme", "%zu of %zu crossings are empty"),
               table->gaps, pairs);
}

static void put_gaps(struct editor_page *page, const struct crossed_table *table)
{
    const struct facet *rows = table->rows.facet, *columns = table->columns.facet;
    buf_lit(page->out, "<p>");
    put_gap_count(page, table);
    buf_byte(page->out, '.');
    if (table->rows.len < rows->terms.len || table->columns.len < columns->terms.len)
        buf_put(page->out,
                str_of(SAID(" Tabellen viser dem som har flest.", " The table has the largest.")));
    buf_lit(page->out, "</p>\n");
    if (!table->gaps)
        return;
    buf_format(page->out, "<details><summary>%s</summary>\n<dl class=\"gaps\">\n",
               SAID("De tomme kryssene i tabellen, med navn",
                    "The empty crossings of the table, by name"));
    for (size_t i = 0; i < table->rows.len; i++)
        put_gaps_of_row(page, table, i);
    buf_lit(page->out, "</dl>\n</details>\n");
}

/*
 * Appends one table, and returns how many pairs no entry has. All but the first are folded, with
 * what they come to in the line that stays.
 */
static size_t put_crossed_table(struct editor_page *page, const struct facet *rows,
                                const struct facet *columns, size_t number)
{
    struct arena *arena = page->scratch;
    struct crossed_table table = {.rows = picked_most(arena, rows, CROSSING_ROWS_MAX),
                                  .columns = picked_most(arena, columns, CROSSING_COLUMNS_MAX),
                                  .most = 1,
                                  .number = number,
                                  .gaps = count_gaps(page, rows, columns)};
    table.counts = picked_cross(arena, page->inputs->collection, &table.rows, &table.columns);
    for (size_t i = 0; i < table.rows.len * table.columns.len; i++)
        table.most = table.counts[i] > table.most ? table.counts[i] : table.most;
    if (number > 1) {
        buf_lit(page->out, "<details><summary>");
        put_crossed_title(page, &table);
        buf_lit(page->out, ": ");
        put_gap_count(page, &table);
        buf_lit(page->out, "</summary>\n");
    }
    put_counts(page, &table);
    put_gaps(page, &table);
    buf_put(page->out, number > 1 ? STR("</details>\n") : STR(""));
    return table.gaps;
}

/* The main facet; without one, the first whose values are more than ids. */
static const struct facet *other_than_folders(const struct collection *collection)
{
    const struct facet *main = collection_main(collection);
    for (size_t i = 0; !main && i < collection->facets.len; i++)
        if (is_side(&collection->facets.items[i]) && !collection->facets.items[i].of_folder)
            main = &collection->facets.items[i];
    return main;
}

/* Crosses the main facet with the folders, and then with all that a table has room for. */
static size_t put_crossed_tables(struct editor_page *page)
{
    const struct collection *collection = page->inputs->collection;
    const struct facet *main = other_than_folders(collection);
    size_t gaps = 0, tables = 0;
    for (size_t i = 0; main && i < collection->facets.len; i++) {
        const struct facet *facet = &collection->facets.items[i];
        if (facet == main || !is_side(facet) || !main->terms.len)
            continue;
        if (!tables++)
            gaps = put_crossed_table(page, main, facet, tables);
        else if (facet->terms.len <= CROSSING_COLUMNS_MAX)
            put_crossed_table(page, main, facet, tables);
    }
    if (!tables)
        editor_nothing(page, SAID("Skjemaet har ikke to felt med verdier å krysse.",
                                  "The schema has no two fields with values to cross."));
    return gaps;
}

/* Appends the names of what a facet has for nobody. */
static void put_unused(struct editor_page *page, const struct facet *facet, size_t unused)
{
    size_t shown = 0;
    buf_lit(page->out, "<tr><th scope=\"row\">");
    editor_label(page, facet->title);
    buf_lit(page->out, "</th>");
    editor_number(page, facet->terms.len);
    editor_number(page, unused);
    buf_lit(page->out, "<td>");
    for (size_t i = 0; i < facet->terms.len && shown < EDITOR_LISTED_MAX; i++) {
        if (facet->terms.items[i]->entries.len)
            continue;
        buf_put(page->out, shown++ ? STR(", ") : STR(""));
        editor_term(page, facet->terms.items[i], false);
    }
    if (unused > shown)
        buf_format(page->out, SAID(" … og %zu til", " … and %zu more"), unused - shown);
    buf_put(page->out, unused ? STR("</td></tr>\n") : STR("–</td></tr>\n"));
}

/* The values that no entry has, of each facet whose values the schema or its files name. */
static void put_all_unused(struct editor_page *page)
{
    const struct facet_list *facets = &page->inputs->collection->facets;
    editor_table(page, SAID("Verdier som ikke er i bruk", "Values that are not in use"));
    editor_column(page, SAID("Felt", "Field"), EDITOR_TEXTS);
    editor_column(page, SAID("Verdier", "Values"), EDITOR_NUMBERS);
    editor_column(page, SAID("Uten noe", "Not in use"), EDITOR_NUMBERS);
    editor_column(page, SAID("Hvilke", "Which"), EDITOR_TEXTS);
    editor_rows(page);
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        size_t unused = 0;
        for (size_t i = 0; i < facet->terms.len; i++)
            unused += facet->terms.items[i]->entries.len == 0;
        if (facet_has_names(facet))
            put_unused(page, facet, unused);
    }
    editor_table_end(page);
}

size_t editor_put_coverage(struct editor_page *page)
{
    size_t gaps = put_crossed_tables(page);
    put_all_unused(page);
    return gaps;
}
