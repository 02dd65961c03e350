#include <stdint.h>

#include "base/ascii.h"
#include "base/vec.h"
#include "parse/markdown_parts.h"
#include "parse/prose.h"

/* Lists and quotes, for the rules: they are told by the signs that make them. */

/* Returns where the sign of a quote or an item stands. cmark gives its first column, in bytes. */
static struct span sign_span(const struct markdown_place *place, cmark_node *node)
{
    const struct source *source = place->source;
    size_t line = markdown_line(place, cmark_node_get_start_line(node));
    size_t start = source_offset_bytes(source, line, (size_t)cmark_node_get_start_column(node));
    size_t end = start;
    while (end < source->text.len && ascii_is_digit(source->text.ptr[end]))
        end++;
    return source_span(source, start, end + 1);
}

/* Whether a quote or list is the first thing in an item or quote, on the line of its sign. */
static bool leads(cmark_node *node)
{
    cmark_node *parent = cmark_node_parent(node);
    return !cmark_node_previous(node) && cmark_node_parent(parent) &&
           cmark_node_get_start_line(parent) == cmark_node_get_start_line(node);
}

/* Whether a quote or list ended the paragraph right above it. Below an item it belongs to that. */
static bool cuts(cmark_node *node)
{
    cmark_node *before = cmark_node_previous(node);
    bool listed = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM;
    return before && !listed && cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH &&
           cmark_node_get_end_line(before) + 1 == cmark_node_get_start_line(node);
}

static size_t children_of(cmark_node *node)
{
    size_t count = 0;
    for (node = cmark_node_first_child(node); node; node = cmark_node_next(node))
        count++;
    return count;
}

void markdown_enter_list(struct markdown_teller *teller, cmark_node *node)
{
    cmark_node *before = cmark_node_previous(node);
    bool follows = before && cmark_node_get_type(before) == CMARK_NODE_LIST;
    struct markdown_list list = {
        .number = teller->list_count++,
        .after = follows ? teller->list_left : SIZE_MAX,
        .items = children_of(node),
        .next = (size_t)cmark_node_get_list_start(node),
        .ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        .tight = cmark_node_get_list_tight(node) != 0,
    };
    vec_push(teller->prose->arena, &teller->lists, list);
}

void markdown_leave_list(struct markdown_teller *teller)
{
    teller->list_left = teller->lists.items[--teller->lists.len].number;
}

void markdown_tell_item(struct markdown_teller *teller, cmark_node *node)
{
    struct markdown_list *list = &teller->lists.items[teller->lists.len - 1];
    cmark_node *parent = cmark_node_parent(node);
    bool first = !cmark_node_previous(node);
    struct prose_part part = {
        .sign = list->ordered ? PROSE_NUMBER : PROSE_BULLET,
        .span = sign_span(teller->place, node),
        .column = (size_t)cmark_node_get_start_column(node) - 1,
        .list = list->number,
        .after_list = list->after,
        .items = list->items,
        .number = list->next++,
        .block = teller->prose->blocks.len,
        .tight = list->tight,
        .first = first,
        .empty = !cmark_node_first_child(node),
        .leads = first && leads(parent),
        .cuts = first && cuts(parent),
    };
    vec_push(teller->prose->arena, &teller->prose->parts, part);
}

void markdown_tell_quote(struct markdown_teller *teller, cmark_node *node)
{
    struct prose_part part = {
        .sign = PROSE_QUOTE,
        .span = sign_span(teller->place, node),
        .column = (size_t)cmark_node_get_start_column(node) - 1,
        .list = SIZE_MAX,
        .after_list = SIZE_MAX,
        .block = teller->prose->blocks.len,
        .first = true,
        .empty = !cmark_node_first_child(node),
        .leads = leads(node),
        .cuts = cuts(node),
    };
    vec_push(teller->prose->arena, &teller->prose->parts, part);
}
