#include "base/source.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/*
 * A binary search in the table of lines gives the line of an offset. Its column is
 * counted from the start of the line; but then many findings on one very long line
 * would cost the square of its length. So a text that has a line longer than LINE_LONG
 * has marks: the offset of every MARK_STRIDEth code point, over the whole text. Then
 * counting starts at the last mark, and never goes further than the stride.
 */
enum { LINE_LONG = 4096, MARK_STRIDE = 256 };

static size_t count_lines(struct str text, size_t *longest)
{
    size_t count = 1;
    *longest = 0;
    for (struct str rest = text, line; str_cut(&rest, '\n', &line);) {
        count += rest.ptr != NULL;
        *longest = line.len > *longest ? line.len : *longest;
    }
    return count;
}

static void set_marks(struct source *source, struct arena *arena)
{
    struct str text = source->text;
    uint32_t *marks = arena_items(arena, uint32_t, text.len / MARK_STRIDE + 1);
    size_t count = 0;
    for (size_t at = 0; at < text.len; at += utf8_skip(str_from(text, at), MARK_STRIDE))
        marks[count++] = (uint32_t)at;
    source->marks = marks;
    source->mark_count = (uint32_t)count;
}

void source_init(struct source *source, struct arena *arena, struct str path, struct str text)
{
    assert(text.len < UINT32_MAX);
    size_t longest, count = count_lines(text, &longest);
    uint32_t *lines = arena_items(arena, uint32_t, count);
    size_t number = 0;
    for (struct str rest = text, line; str_cut(&rest, '\n', &line);)
        lines[number++] = (uint32_t)(line.ptr - text.ptr);
    *source =
        (struct source){.path = path, .text = text, .lines = lines, .line_count = (uint32_t)count};
    if (longest > LINE_LONG)
        set_marks(source, arena);
}

struct span source_span(const struct source *source, size_t start, size_t end)
{
    size_t len = source->text.len;
    start = start < len ? start : len;
    end = end < len ? end : len;
    return (struct span){source, (uint32_t)start, (uint32_t)(end < start ? start : end)};
}

struct span source_span_of(const struct source *source, struct str text)
{
    size_t start = (size_t)(text.ptr - source->text.ptr);
    return source_span(source, start, start + text.len);
}

struct str source_line(const struct source *source, size_t line)
{
    assert(line >= 1 && line <= source->line_count);
    size_t start = source->lines[line - 1];
    size_t end = line < source->line_count ? source->lines[line] - 1 : source->text.len;
    return str_slice(source->text, start, end);
}

/*
 * Returns the index of the last item that is at most `offset`. The items are sorted, and
 * the first one is 0.
 */
static size_t last_up_to(const uint32_t *items, size_t count, size_t offset)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (items[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Returns how many code points start before an offset; needs marks. */
static size_t runes_before(const struct source *source, size_t offset)
{
    size_t mark = last_up_to(source->marks, source->mark_count, offset);
    struct str after = str_slice(source->text, source->marks[mark], offset);
    return mark * MARK_STRIDE + utf8_count(after);
}

struct place source_place(const struct source *source, size_t offset)
{
    size_t line = last_up_to(source->lines, source->line_count, offset);
    size_t start = source->lines[line];
    size_t before = source->mark_count ? runes_before(source, offset) - runes_before(source, start)
                                       : utf8_count(str_slice(source->text, start, offset));
    return (struct place){line + 1, before + 1};
}

size_t source_offset_bytes(const struct source *source, size_t line, size_t column)
{
    if (line > source->line_count)
        return source->text.len;
    struct str text = source_line(source, line);
    size_t skip = column - 1 < text.len ? column - 1 : text.len;
    /* A byte that starts no code point is inside one: go back to its start. */
    while (skip && skip < text.len && utf8_count(str_slice(text, skip, skip + 1)) == 0)
        skip--;
    return source->lines[line - 1] + skip;
}

size_t source_offset_runes(const struct source *source, size_t line, size_t column)
{
    if (line > source->line_count)
        return source->text.len;
    size_t start = source->lines[line - 1], skip = column - 1;
    size_t end = start + source_line(source, line).len;
    if (source->mark_count) {
        /* Which code point of the whole text is meant, and the last mark before it. */
        size_t rune = runes_before(source, start) + skip, mark = rune / MARK_STRIDE;
        if (mark >= source->mark_count || source->marks[mark] > end)
            return end;
        if (source->marks[mark] > start) {
            start = source->marks[mark];
            skip = rune % MARK_STRIDE;
        }
    }
    return start + utf8_skip(str_slice(source->text, start, end), skip);
}
