#include <stdint.h>

#include "base/ascii.h"
#include "base/vec.h"
#include "parse/markdown_parts.h"
#include "parse/prose.h"
#include "parse/table.h"

/*
 * The text of a body is gathered twice, for two purposes. The search needs every word
 * that the page shows or a screen reader says, code and descriptions of images
 * included, but no places. The rules about language need sentences, in which code is
 * one word and images are left out, and they need the place of each byte in the
 * source; so for them white space is kept as it is.
 */

/* ---- for the search ---- */

/* Returns how long a text is without the blank or line end behind it; there is one at most. */
static size_t without_blank(const struct buf *text)
{
    return text->len && ascii_is_space(text->ptr[text->len - 1]) ? text->len - 1 : text->len;
}

/* Appends text with every run of white space as one space, across calls as well. */
static void put_spaced(struct buf *text, struct str more)
{
    for (size_t i = 0, start; i < more.len; i++) {
        for (start = i; i < more.len && !ascii_is_space(more.ptr[i]);)
            i++;
        buf_put(text, str_slice(more, start, i));
        if (i < more.len && without_blank(text) == text->len && text->len)
            buf_byte(text, ' ');
    }
}

static void end_line(struct buf *text)
{
    text->len = without_blank(text);
    if (text->len)
        buf_byte(text, '\n');
}

static void tell_search(struct buf *text, const struct markdown_step *step)
{
    cmark_node_type type = step->type;
    bool shown = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE;
    if (type < CMARK_NODE_FIRST_INLINE)
        end_line(text);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        put_spaced(text, STR(" "));
    if (shown || type == CMARK_NODE_CODE_BLOCK)
        put_spaced(text, str_of(cmark_node_get_literal(step->node)));
}

/* A heading without text has no line. */
static void tell_heading(struct markdown_teller *teller, bool enters)
{
    struct heading_line line = {teller->heading, (uint32_t)without_blank(&teller->text)};
    if (enters)
        teller->heading = (uint32_t)teller->text.len;
    else if (line.start < line.end)
        vec_push(teller->scratch, &teller->markdown->heading_lines, line);
}

/* ---- for the rules ---- */

static size_t lines_of(struct str code)
{
    size_t count = 0;
    for (struct str line; code.len && str_cut(&code, '\n', &line);)
        count++;
    return count;
}

static void tell_block(struct markdown_teller *teller, cmark_node *node, enum prose_kind kind)
{
    const struct markdown_place *place = teller->place;
    struct prose_block block = {
        .kind = kind,
        .first_line = markdown_line(place, cmark_node_get_start_line(node)),
        .last_line = markdown_line(place, cmark_node_get_end_line(node)),
        .span = markdown_span(teller->place, node),
        .quoted = place->quotes > 0,
        .listed = place->items > 0,
        .level = kind == PROSE_HEADING ? cmark_node_get_heading_level(node) : 0,
        .code_lines = kind == PROSE_LISTING ? lines_of(str_of(cmark_node_get_literal(node))) : 0,
    };
    prose_add_block(teller->prose, block);
}

static void tell_paragraph(struct markdown_teller *teller, cmark_node *node)
{
    const struct markdown_place *place = teller->place;
    size_t first = markdown_line(place, cmark_node_get_start_line(node));
    size_t last = markdown_line(place, cmark_node_get_end_line(node));
    bool table = table_is_meant(place->source, first, last);
    tell_block(teller, node, table ? PROSE_TABLE : PROSE_PARAGRAPH);
}

static void tell_text(struct markdown_teller *teller, cmark_node *node)
{
    unsigned stress =
        (teller->strong ? PROSE_STRONG : 0u) | (teller->emphasis ? PROSE_EMPHASIS : 0u);
    if (teller->images > 0)
        return;
    struct span span = markdown_span(teller->place, node);
    if (cmark_node_get_type(node) == CMARK_NODE_CODE)
        prose_add_code(teller->prose, span, stress);
    else
        prose_add_text(teller->prose, str_of(cmark_node_get_literal(node)), span, stress);
}

static void tell_code(struct markdown_teller *teller, cmark_node *node)
{
    tell_text(teller, node);
    if (teller->links && teller->images == 0)
        prose_add_link_code(teller->prose, str_of(cmark_node_get_literal(node)));
}

static void tell_prose(struct markdown_teller *teller, const struct markdown_step *step)
{
    cmark_node *node = step->node;
    switch (step->type) {
    case CMARK_NODE_PARAGRAPH: tell_paragraph(teller, node); break;
    case CMARK_NODE_HEADING: tell_block(teller, node, PROSE_HEADING); break;
    case CMARK_NODE_CODE_BLOCK: tell_block(teller, node, PROSE_LISTING); break;
    case CMARK_NODE_LINK:
        prose_begin_link(teller->prose, str_of(cmark_node_get_url(node)),
                         markdown_span(teller->place, node));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: prose_add_space(teller->prose); break;
    case CMARK_NODE_CODE: tell_code(teller, node); break;
    case CMARK_NODE_TEXT: tell_text(teller, node); break;
    case CMARK_NODE_LIST: markdown_enter_list(teller, node); break;
    case CMARK_NODE_ITEM: markdown_tell_item(teller, node); break;
    case CMARK_NODE_BLOCK_QUOTE: markdown_tell_quote(teller, node); break;
    default: break;
    }
}

/* ---- the step ---- */

static void count_open(struct markdown_teller *teller, const struct markdown_step *step)
{
    size_t change = step->enters ? 1 : SIZE_MAX;
    teller->strong += step->type == CMARK_NODE_STRONG ? change : 0;
    teller->emphasis += step->type == CMARK_NODE_EMPH ? change : 0;
    teller->links += step->type == CMARK_NODE_LINK ? change : 0;
    teller->images += step->type == CMARK_NODE_IMAGE ? change : 0;
}

void markdown_tell_step(struct markdown_teller *teller, const struct markdown_step *step)
{
    count_open(teller, step);
    if (step->enters)
        tell_search(&teller->text, step);
    if (step->type == CMARK_NODE_HEADING)
        tell_heading(teller, step->enters);
    if (teller->prose && step->enters)
        tell_prose(teller, step);
    else if (teller->prose && step->type == CMARK_NODE_LINK)
        prose_end_link(teller->prose);
    else if (teller->prose && step->type == CMARK_NODE_LIST)
        markdown_leave_list(teller);
}
