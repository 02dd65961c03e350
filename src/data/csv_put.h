#ifndef DATA_CSV_PUT_H
#define DATA_CSV_PUT_H

#include "base/buf.h"
#include "base/escape.h"

/* The pieces of a table as CSV (RFC 4180), for files that spreadsheets open. */
#define CSV_BEGIN    "\xEF\xBB\xBF" /* without it Excel does not take it for UTF-8 */
#define CSV_LINE_END "\r\n"

/* Appends what stands before a cell, by its place in the row. */
static inline void csv_put_next(struct buf *out, size_t place)
{
    if (place)
        buf_byte(out, ',');
}

/* Appends a text as a cell. Nothing is an empty cell, without quotation marks. */
static inline void csv_put_text(struct buf *out, struct str text)
{
    if (text.len)
        escape_csv(out, text);
}

#endif
