#include "parse/prose.h"

#include "base/vec.h"

void prose_init(struct prose *prose, struct arena *arena, const struct source *source)
{
    *prose = (struct prose){.arena = arena, .source = source};
}

void prose_release(struct prose *prose)
{
    buf_release(&prose->text);
    buf_release(&prose->code);
}

void prose_add_block(struct prose *prose, struct prose_block block)
{
    block.start = block.end = prose->text.len;
    block.has_text = false;
    block.stress = 0;
    vec_push(prose->arena, &prose->blocks, block);
}

void prose_add_text(struct prose *prose, struct str text, size_t from, unsigned stress)
{
    if (prose->blocks.len == 0 || text.len == 0)
        return;
    struct prose_block *block = &prose->blocks.items[prose->blocks.len - 1];
    if (str_trim(text).len > 0) {
        block->stress = block->has_text ? block->stress & stress : stress;
        block->has_text = true;
    }
    struct prose_piece piece = {(uint32_t)prose->text.len, (uint32_t)from};
    vec_push(prose->arena, &prose->pieces, piece);
    buf_put(&prose->text, text);
    block->end = prose->text.len;
}

void prose_add_space(struct prose *prose)
{
    if (prose->blocks.len == 0)
        return;
    buf_byte(&prose->text, ' ');
    prose->blocks.items[prose->blocks.len - 1].end = prose->text.len;
}

struct str prose_text(const struct prose *prose, size_t start, size_t end)
{
    return str_slice(buf_str(&prose->text), start, end);
}

struct str prose_block_text(const struct prose *prose, const struct prose_block *block)
{
    return prose_text(prose, block->start, block->end);
}

/* Returns where a byte of the text stands in the source: in the last piece before it. */
static size_t origin_of(const struct prose *prose, size_t at)
{
    size_t low = 0, high = prose->pieces.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (prose->pieces.items[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return 0;
    const struct prose_piece *piece = &prose->pieces.items[low - 1];
    return piece->from + (at - piece->at);
}

void prose_begin_link(struct prose *prose, struct str url, struct span span)
{
    struct prose_link link = {.url = str_copy(prose->arena, url),
                              .start = prose->text.len,
                              .end = prose->text.len,
                              .code_start = prose->code.len,
                              .code_end = prose->code.len,
                              .span = span};
    vec_push(prose->arena, &prose->links, link);
}

void prose_add_link_code(struct prose *prose, struct str code)
{
    buf_byte(&prose->code, ' ');
    buf_put(&prose->code, code);
    prose->links.items[prose->links.len - 1].code_end = prose->code.len;
}

/* cmark gives a link of several lines the place of the last of them; we want that of the first. */
void prose_end_link(struct prose *prose)
{
    struct prose_link *link = &prose->links.items[prose->links.len - 1];
    link->end = prose->text.len;
    if (link->end > link->start && origin_of(prose, link->start) < link->span.start)
        link->span = prose_span(prose, link->start, link->end);
}

struct span prose_span(const struct prose *prose, size_t start, size_t end)
{
    const struct source *source = prose->source;
    size_t from = origin_of(prose, start);
    size_t to = end > start ? origin_of(prose, end - 1) + 1 : from;
    size_t line_end = source_offset_bytes(source, source_place(source, from).line, SIZE_MAX);
    if (to < from || to > line_end)
        to = line_end;
    return source_span(source, from, to);
}

struct span prose_span_of(const struct prose *prose, struct str text)
{
    size_t start = (size_t)(text.ptr - prose->text.ptr);
    return prose_span(prose, start, start + text.len);
}
