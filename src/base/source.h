#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <stdint.h>

#include "base/str.h"

struct arena;

/*
 * The text of one input file, and positions in it.
 *
 * Everything that is read keeps its `span`: the bytes it came from. A span is
 * turned into line and column only when a finding is shown. A source must live as
 * long as any span that points to it.
 *
 * The text is what came through the gate (parse/gate.h): valid UTF-8, LF line
 * ends, no byte order mark, so lines and columns are those of an editor.
 */
struct source {
    struct str path;       /* as people see it: from the folder that holds content/ */
    struct str text;       /* at most 2^32 - 1 bytes */
    const uint32_t *lines; /* where each line starts, in bytes */
    const uint32_t *marks; /* where every 256th code point starts, if there are long lines */
    uint32_t line_count;   /* at least 1 */
    uint32_t mark_count;
};

/* Bytes [start, end) of a source. NO_SPAN has no source and is no place. */
struct span {
    const struct source *source;
    uint32_t start, end;
};

#define NO_SPAN ((struct span){0})

/* Line and column as people count: from 1, columns in code points. */
struct place {
    size_t line, column;
};

/* Makes the tables, in the arena. `path` and `text` are kept as views. */
void source_init(struct source *source, struct arena *arena, struct str path, struct str text);

/* Returns a span, cut to the text. */
struct span source_span(const struct source *source, size_t start, size_t end);

/* Returns the span of a text that is a view into the source's. */
struct span source_span_of(const struct source *source, struct str text);

/* Returns the line and column of a byte offset. */
struct place source_place(const struct source *source, size_t offset);

/* Returns the line with this number (from 1), without its LF. */
struct str source_line(const struct source *source, size_t line);

/*
 * Return the byte offset of a line (from 1) and a column (from 1), which is counted in
 * bytes or in code points. A column past the end of the line gives the line's end, one
 * inside a code point gives its start.
 */
size_t source_offset_bytes(const struct source *source, size_t line, size_t column);
size_t source_offset_runes(const struct source *source, size_t line, size_t column);

#endif
