#include "base/source.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

static size_t count_lines(struct str text)
{
    size_t count = 1;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == '\n';
    return count;
}

void source_init(struct source *source, struct arena *arena, struct str path, struct str text)
{
    assert(text.len < UINT32_MAX);
    size_t count = count_lines(text);
    uint32_t *lines = arena_items(arena, uint32_t, count);
    for (size_t i = 0, line = 1; i < text.len; i++)
        if (text.ptr[i] == '\n')
            lines[line++] = (uint32_t)(i + 1);
    *source = (struct source){.path = path, .text = text, .lines = lines, .line_count = count};
}

struct span source_span(const struct source *source, size_t start, size_t end)
{
    size_t len = source->text.len;
    start = start < len ? start : len;
    end = end < len ? end : len;
    return (struct span){source, (uint32_t)start, (uint32_t)(end < start ? start : end)};
}

struct str source_line(const struct source *source, size_t line)
{
    assert(line >= 1 && line <= source->line_count);
    size_t start = source->lines[line - 1];
    size_t end = line < source->line_count ? source->lines[line] - 1 : source->text.len;
    return str_slice(source->text, start, end);
}

struct place source_place(const struct source *source, size_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    struct str before = str_slice(source->text, source->lines[low], offset);
    return (struct place){low + 1, utf8_count(before) + 1};
}

size_t source_offset_bytes(const struct source *source, size_t line, size_t column)
{
    if (line > source->line_count)
        return source->text.len;
    struct str text = source_line(source, line);
    size_t skip = column - 1 < text.len ? column - 1 : text.len;
    return source->lines[line - 1] + skip;
}

size_t source_offset_runes(const struct source *source, size_t line, size_t column)
{
    if (line > source->line_count)
        return source->text.len;
    struct str rest = source_line(source, line);
    while (column > 1 && rest.len) {
        utf8_next(&rest);
        column--;
    }
    return (size_t)(rest.ptr - source->text.ptr);
}
