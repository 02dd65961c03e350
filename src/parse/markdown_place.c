#include <stdint.h>

#include "parse/fences.h"
#include "parse/markdown_parts.h"

void markdown_place_init(struct markdown_place *place, const struct source *source,
                         struct span body)
{
    *place = (struct markdown_place){
        .source = source,
        .body = body,
        .first_line = source_place(source, body.start).line,
    };
    place->second = fences_second(source, place->first_line);
}

/*
 * Returns how many lines at the front of a paragraph are definitions of links. cmark takes
 * them out, and counts the lines of what is left as if they had never stood there.
 */
static size_t definitions_before(const struct markdown_place *place, cmark_node *block)
{
    cmark_node *child = cmark_node_first_child(block);
    bool text = child && cmark_node_get_type(child) == CMARK_NODE_TEXT;
    struct str shown = text ? str_of(cmark_node_get_literal(child)) : STR("");
    size_t first = markdown_line(place, cmark_node_get_start_line(block)), line = first;
    size_t last = markdown_line(place, cmark_node_get_end_line(block));
    for (; line < last; line++) {
        struct str written = source_line(place->source, line);
        while (written.len && str_find_byte(STR(" \t>-*+"), written.ptr[0]) != SIZE_MAX)
            written = str_from(written, 1);
        size_t end = str_find_byte(written, ']');
        if (!str_starts(written, STR("[")) || end == SIZE_MAX ||
            !str_starts(str_from(written, end), STR("]:")) ||
            (shown.len && str_starts(written, shown)))
            break;
    }
    return line - first;
}

/* A block is entered before what is in it, so a node stands in the last block entered. */
void markdown_place_step(struct markdown_place *place, const struct markdown_step *step)
{
    size_t *open = step->type == CMARK_NODE_BLOCK_QUOTE ? &place->quotes
                   : step->type == CMARK_NODE_ITEM      ? &place->items
                                                        : NULL;
    if (open)
        *open += step->enters ? 1 : SIZE_MAX;
    if (step->enters && step->type < CMARK_NODE_FIRST_INLINE) {
        place->block = step->node;
        place->shifted_line = 0;
        place->definitions =
            step->type == CMARK_NODE_PARAGRAPH ? definitions_before(place, step->node) : 0;
    }
}

size_t markdown_line(const struct markdown_place *place, int line)
{
    return place->first_line - 1 + (size_t)line;
}

static size_t after_blanks(struct str text, size_t at)
{
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at;
}

/*
 * Whether a line has what the quotes and items ask for that a block stands in (CommonMark 0.30,
 * 5.1 and 5.2). A paragraph goes on without it: lazily. *at is moved behind what the line has.
 */
static bool is_within(cmark_node *block, struct str text, size_t *at)
{
    enum { INDENT_MAX = 3 };
    cmark_node *parent = cmark_node_parent(block), *child = cmark_node_first_child(block);
    if (parent && !is_within(parent, text, at))
        return false;
    cmark_node_type type = cmark_node_get_type(block);
    size_t first = after_blanks(text, *at);
    if (type == CMARK_NODE_BLOCK_QUOTE) {
        if (first - *at > INDENT_MAX || first == text.len || text.ptr[first] != '>')
            return false;
        *at = first + 1 + (after_blanks(text, first + 1) > first + 1);
    } else if (type == CMARK_NODE_ITEM && child) {
        size_t due = (size_t)cmark_node_get_start_column(child) - 1;
        if (first < due)
            return false;
        *at = *at < due ? due : *at;
    }
    return true;
}

/*
 * Returns by how many bytes the columns of cmark are wrong on a line. cmark assumes that
 * every line of a paragraph is indented as its first one is, so this is the difference
 * between the two. Before the text of a line stand white space and the marks of the
 * quotes that it is in; what a lazy line is indented by, cmark counts itself. The difference may be
 * negative; it is unsigned, and wraps.
 */
static size_t find_shift(const struct markdown_place *place, size_t line)
{
    int first = place->block ? cmark_node_get_start_line(place->block) : 0;
    if (first == 0 || line <= markdown_line(place, first) || line > place->source->line_count)
        return 0;
    struct str text = source_line(place->source, line);
    size_t indent = 0, quotes = place->quotes;
    for (; indent < text.len; indent++) {
        bool mark = text.ptr[indent] == '>' && quotes > 0;
        if (text.ptr[indent] != ' ' && text.ptr[indent] != '\t' && !mark)
            break;
        quotes -= mark;
    }
    size_t lazy = 0;
    if (!is_within(place->block, text, &lazy))
        indent = lazy;
    return indent + 1 - (size_t)cmark_node_get_start_column(place->block);
}

/* Keeps the shift of the line, for there may be many nodes on it after much white space. */
static size_t shift_of(struct markdown_place *place, size_t line)
{
    if (place->shifted_line != line)
        place->shift = find_shift(place, line);
    place->shifted_line = line;
    return place->shift;
}

/* cmark counts lines of the body from 1, and columns in bytes. */
struct span markdown_span(struct markdown_place *place, cmark_node *node)
{
    size_t column = (size_t)cmark_node_get_start_column(node);
    size_t end_column = (size_t)cmark_node_get_end_column(node);
    const struct source *source = place->source;
    if (cmark_node_get_start_line(node) == 0)
        return source_span(source, place->body.start, place->body.start);
    size_t line = markdown_line(place, cmark_node_get_start_line(node));
    if (cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE)
        line += place->definitions;
    size_t shift = shift_of(place, line);
    column += shift;
    end_column += shift;
    size_t start = source_offset_bytes(source, line, column ? column : 1);
    size_t end = source_offset_bytes(source, line, SIZE_MAX);
    /* A node of several lines is marked to the end of the first. */
    if (cmark_node_get_end_line(node) == cmark_node_get_start_line(node) && end_column >= column)
        end = source_offset_bytes(source, line, end_column + 1);
    return source_span(source, start, end < start ? start : end);
}
