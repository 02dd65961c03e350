#include "parse/table.h"

#include <stdint.h>

/* How many rows between pipes make a table that has no row of hyphens. */
enum { ROWS_MIN = 2 };

/* What a line is made of, as far as tables are concerned. */
struct row {
    size_t pipes, plusses, hyphens, others; /* others: letters, and all that no rule has */
    bool framed;                            /* begins and ends with a pipe */
};

/* Most lines have neither a pipe nor a plus in front, and are soon passed. */
static struct row row_of(struct str line)
{
    struct row row = {0};
    if (str_find_byte(line, '|') == SIZE_MAX && !str_starts(line, STR("+")))
        return row;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        bool escaped = i > 0 && line.ptr[i - 1] == '\\';
        row.pipes += c == '|' && !escaped;
        row.plusses += c == '+';
        row.hyphens += c == '-' || c == '=';
        row.others += str_find_byte(STR("|+-=: \t"), c) == SIZE_MAX;
    }
    row.framed = row.pipes > 1 && str_starts(line, STR("|")) && str_ends(line, STR("|"));
    return row;
}

/* The row of hyphens under the head: `| --- | :-: |`, `---|---`. */
static bool is_rule(const struct row *row)
{
    return row->pipes && row->hyphens && !row->others && !row->plusses;
}

/* A line of a grid: `+---+---+`. */
static bool is_grid(const struct row *row)
{
    return row->plusses > 1 && row->hyphens && !row->others && !row->pipes;
}

/* Returns a line without what stands before its text: white space, signs of quotes and items. */
static struct str row_text(const struct source *source, size_t number)
{
    struct str line = source_line(source, number);
    while (line.len && str_find_byte(STR(" \t>-*"), line.ptr[0]) != SIZE_MAX &&
           !str_starts(line, STR("--")))
        line = str_from(line, 1);
    return str_trim(line);
}

bool table_is_meant(const struct source *source, size_t first, size_t last)
{
    size_t framed = 0;
    struct row above = {0};
    for (size_t line = first; line <= last && line <= source->line_count; line++) {
        struct row row = row_of(row_text(source, line));
        framed += row.framed;
        if ((is_rule(&row) && above.pipes) || is_grid(&row) || framed == ROWS_MIN)
            return true;
        above = row;
    }
    return false;
}
