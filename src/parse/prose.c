#include "parse/prose.h"

#include "base/utf8.h"
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

static void add_piece(struct prose *prose, size_t at, size_t from, bool escaped)
{
    struct prose_piece piece = {(uint32_t)at, (uint32_t)from, escaped};
    vec_push(prose->arena, &prose->pieces, piece);
}

/*
 * How many bytes an escape takes at the front of `written` that became the front of `text`;
 * 0: there is none. An entity that cmark does not know stands in the text as it is written.
 */
static size_t escape_at(struct str written, struct str text)
{
    enum { ENTITY_MAX = 34 }; /* the longest name is &CounterClockwiseContourIntegral; */
    if (written.len > 1 && written.ptr[0] == '\\' && text.ptr[0] == written.ptr[1])
        return 2;
    if (written.ptr[0] != '&')
        return 0;
    struct str near = str_slice(written, 0, written.len < ENTITY_MAX ? written.len : ENTITY_MAX);
    size_t end = str_find_byte(near, ';');
    bool kept = end != SIZE_MAX && str_starts(text, str_slice(near, 0, end + 1)) &&
                !str_starts(near, STR("&amp;"));
    return end == SIZE_MAX || kept ? 0 : end + 1;
}

/*
 * Adds the pieces of a text that differs from what is written. cmark may place a text that
 * is left of a run of `*` or `_` at the run's front: then it begins further on.
 */
static void add_pieces(struct prose *prose, struct str text, size_t from, size_t end)
{
    struct str source = prose->source->text;
    size_t at = prose->text.len;
    bool joined = false; /* to the piece that was added last */
    for (size_t i = 0; i < text.len && from < end;) {
        struct str rest = str_from(text, i);
        size_t escape = escape_at(str_slice(source, from, end), rest);
        bool same = !escape && source.ptr[from] == text.ptr[i];
        if (!same && !escape) {
            from++;
            joined = false;
            continue;
        }
        if (!joined || escape)
            add_piece(prose, at + i, from, escape > 0);
        joined = same;
        i += same ? 1 : utf8_skip(rest, 1);
        from += same ? 1 : escape;
    }
}

static void put_text(struct prose *prose, struct str text, unsigned stress)
{
    struct prose_block *block = &prose->blocks.items[prose->blocks.len - 1];
    if (str_trim(text).len > 0) {
        block->stress = block->has_text ? block->stress & stress : stress;
        block->has_text = true;
    }
    buf_put(&prose->text, text);
    block->end = prose->text.len;
}

void prose_add_text(struct prose *prose, struct str text, struct span written, unsigned stress)
{
    if (prose->blocks.len == 0 || text.len == 0)
        return;
    if (str_eq(str_slice(prose->source->text, written.start, written.end), text))
        add_piece(prose, prose->text.len, written.start, false);
    else
        add_pieces(prose, text, written.start, written.end);
    put_text(prose, text, stress);
}

void prose_add_code(struct prose *prose, struct span written, unsigned stress)
{
    if (prose->blocks.len == 0)
        return;
    add_piece(prose, prose->text.len, written.start, false);
    put_text(prose, STR(PROSE_CODE), stress);
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

/* Returns the last piece that begins at `at` or before it, or NULL. */
static const struct prose_piece *piece_of(const struct prose *prose, size_t at)
{
    size_t low = 0, high = prose->pieces.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (prose->pieces.items[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &prose->pieces.items[low - 1] : NULL;
}

size_t prose_origin(const struct prose *prose, size_t at)
{
    const struct prose_piece *piece = piece_of(prose, at);
    size_t from = piece ? piece->from + (at - piece->at) : 0, most = prose->source->text.len;
    return from < most ? from : most; /* what cmark says of a place may lie too far right */
}

struct str prose_line(const struct source *source, size_t number)
{
    struct str line = str_trim(source_line(source, number));
    while (line.len && line.ptr[0] == '>')
        line = str_trim(str_from(line, 1));
    return line;
}

bool prose_begins_line(const struct prose *prose, size_t at)
{
    struct str source = prose->source->text;
    size_t from = prose_origin(prose, at);
    while (from > 0 && str_find_byte(STR(" \t>"), source.ptr[from - 1]) != SIZE_MAX)
        from--;
    return from == 0 || source.ptr[from - 1] == '\n';
}

bool prose_is_escaped(const struct prose *prose, size_t at)
{
    const struct prose_piece *piece = piece_of(prose, at);
    return piece && piece->escaped;
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
    if (link->end > link->start && prose_origin(prose, link->start) < link->span.start)
        link->span = prose_span(prose, link->start, link->end);
}

/* Returns where the byte after a byte of the text stands in the source: after all of an escape. */
static size_t origin_after(const struct prose *prose, size_t at)
{
    size_t from = prose_origin(prose, at);
    struct str rest = str_from(prose->source->text, from);
    if (!prose_is_escaped(prose, at))
        return from + 1;
    return from + (str_starts(rest, STR("\\")) ? 2 : str_find_byte(rest, ';') + 1);
}

struct span prose_span(const struct prose *prose, size_t start, size_t end)
{
    const struct source *source = prose->source;
    size_t from = prose_origin(prose, start);
    size_t to = end > start ? origin_after(prose, end - 1) : from;
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
