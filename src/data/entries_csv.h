#ifndef DATA_ENTRIES_CSV_H
#define DATA_ENTRIES_CSV_H

#include "pages/view.h"

/*
 * All entries as a table: data/<noun for them>.csv (RFC 4180), a row each, under the names of
 * data/columns.h. It is there when the schema has `x-entries.data`.
 *
 *  - UTF-8 with a byte order mark, without which Excel takes it for another encoding.
 *  - Texts stand in quotation marks, and what a program would run as a formula has ' before it
 *    (escape_csv). Numbers and truths stand as they are.
 *  - Several values of a field have `; ` between them, the parts of one that is a map `, `. What
 *    must be told apart for certain is in the same data as JSON.
 *  - The text below the fields is left out: a cell of a spreadsheet does not hold the longest.
 */
void entries_csv_add(struct plan *plan);
bool entries_csv_put(struct buf *out, const struct output *output, const struct view *view,
                     struct arena *scratch, size_t part);

#endif
