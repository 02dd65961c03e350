#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/slug.h"
#include "base/vec.h"
#include "parse/markdown_parts.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

void markdown_put_words(struct buf *text, struct str more)
{
    for (size_t i = 0, start; i < more.len; i++) {
        for (start = i; i < more.len && !is_blank(more.ptr[i]);)
            i++;
        buf_put(text, str_slice(more, start, i));
        if (i < more.len && text->len && text->ptr[text->len - 1] != ' ')
            buf_byte(text, ' ');
    }
}

/* The number tried last is kept by slug, or a body of equal headings would cost its square. */
struct str markdown_unique_id(struct arena *arena, struct markdown *markdown, struct str text)
{
    struct str slug = slug_make(arena, text);
    if (slug.len == 0)
        slug = STR("avsnitt");
    struct str id = slug;
    struct map *ids = &markdown->ids;
    unsigned *number = map_get(ids, slug);
    while (map_get(ids, id))
        id = str_format(arena, "%.*s-%u", STR_ARG(slug), ++*number);
    number = arena_new(arena, unsigned);
    *number = 1;
    map_add(ids, id, number);
    return id;
}

/* Whether what comes next is the value of an attribute for addresses. */
static bool is_address(struct str before)
{
    return str_ends(before, STR(" href")) || str_ends(before, STR(" src"));
}

void markdown_cut_holes(struct arena *arena, struct str html, struct markdown *markdown)
{
    static const struct str mark = STR_INIT("=\"" MARKDOWN_MARK);
    struct buf out = BUF_INIT;
    for (size_t at; (at = str_find(html, mark)) != SIZE_MAX;) {
        bool address = is_address(str_slice(html, 0, at));
        size_t kept = address ? at + 2 : at + mark.len;
        buf_put(&out, str_slice(html, 0, kept));
        html = str_from(html, at + mark.len);
        if (!address)
            continue;
        size_t number = 0;
        while (html.len && html.ptr[0] >= '0' && html.ptr[0] <= '9') {
            number = number * 10 + (size_t)(html.ptr[0] - '0');
            html = str_from(html, 1);
        }
        vec_push(arena, &markdown->holes, ((struct hole){out.len, number}));
    }
    buf_put(&out, html);
    markdown->html = buf_finish(&out, arena);
}

/* The row of hyphens under the head of a GFM table: `| --- | :-: |`. */
static bool is_delimiter_row(struct str line)
{
    size_t hyphens = 0, pipes = 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t')
            return false;
        hyphens += c == '-';
        pipes += c == '|';
    }
    return hyphens && pipes;
}

bool markdown_is_table(const struct source *source, size_t first, size_t last)
{
    for (size_t line = first + 1; line <= last && line <= source->line_count; line++)
        if (is_delimiter_row(source_line(source, line)) &&
            str_find_byte(source_line(source, line - 1), '|') != SIZE_MAX)
            return true;
    return false;
}
