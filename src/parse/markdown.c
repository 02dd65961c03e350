#include "parse/markdown.h"

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/address.h"
#include "parse/gate.h"
#include "parse/markdown_parts.h"
#include "parse/prose.h"
#include "parse/rules.h"

struct walk {
    struct arena *arena;
    const struct source *source;
    struct span body;
    size_t first_line; /* of the body, in the source */
    struct markdown *markdown;
    struct diags *diags;
    struct prose *prose;
    cmark_node *block;               /* the one last entered, */
    size_t quotes, items;            /* and how many quotes and items of lists it is in */
    size_t strong, emphasis, images; /* that the walk is in */
    size_t shifted_line;             /* of that block: the one whose shift is known */
    size_t shift;
    int level;       /* of the heading before */
    bool entities;   /* the body may have some */
    struct buf text; /* of the body, as far as the walk has come */
};

/*
 * cmark takes every line of a paragraph to be indented as its first one is. What
 * can stand before the text of a later line is white space and the marks of the
 * quotes it is in.
 */
static size_t find_shift(const struct walk *walk, size_t line)
{
    size_t first = walk->block ? (size_t)cmark_node_get_start_line(walk->block) : 0;
    if (first == 0 || line <= first + walk->first_line - 1 || line > walk->source->line_count)
        return 0;
    struct str text = source_line(walk->source, line);
    size_t indent = 0, quotes = walk->quotes;
    for (; indent < text.len; indent++) {
        bool mark = text.ptr[indent] == '>' && quotes > 0;
        if (text.ptr[indent] != ' ' && text.ptr[indent] != '\t' && !mark)
            break;
        quotes -= mark;
    }
    return indent + 1 - (size_t)cmark_node_get_start_column(walk->block);
}

/* Kept for the line: there may be much white space before many nodes. */
static size_t shift_of(struct walk *walk, size_t line)
{
    if (walk->shifted_line != line)
        walk->shift = find_shift(walk, line);
    walk->shifted_line = line;
    return walk->shift;
}

/* Blocks are entered before what is in them, so a node's own block is the one last entered. */
static void enter_block(struct walk *walk, cmark_node *node)
{
    walk->block = node;
    walk->quotes = walk->items = walk->shifted_line = 0;
    for (; node; node = cmark_node_parent(node)) {
        walk->quotes += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
        walk->items += cmark_node_get_type(node) == CMARK_NODE_ITEM;
    }
}

/*
 * The place of the node that the walk is at. cmark counts lines of the body
 * from 1, and columns in bytes.
 */
static struct span span_of(struct walk *walk, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node);
    size_t column = (size_t)cmark_node_get_start_column(node);
    size_t end_line = (size_t)cmark_node_get_end_line(node);
    size_t end_column = (size_t)cmark_node_get_end_column(node);
    const struct source *source = walk->source;
    if (line == 0)
        return source_span(source, walk->body.start, walk->body.start);
    line += walk->first_line - 1;
    size_t shift = shift_of(walk, line);
    column += shift;
    end_column += shift;
    size_t start = source_offset_bytes(source, line, column ? column : 1);
    size_t line_end = source_offset_bytes(source, line, SIZE_MAX);
    size_t end = line_end; /* what goes on for several lines is marked to the end of its first */
    if (end_line + walk->first_line - 1 == line && end_column >= column)
        end = source_offset_bytes(source, line, end_column + 1);
    return source_span(source, start, end < start ? start : end);
}

static void report(struct walk *walk, enum parse_rule rule, struct span span, struct detail detail)
{
    diag_add(walk->diags, &parse_rules[rule], span, detail);
}

/* The text of a node's children, as a reader hears it. */
static struct str text_of(struct walk *walk, cmark_node *parent)
{
    struct buf text = BUF_INIT;
    cmark_iter *iter = cmark_iter_new(parent);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER)
            continue;
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buf_put(&text, str_of(cmark_node_get_literal(node)));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buf_byte(&text, ' ');
    }
    cmark_iter_free(iter);
    struct str result = str_trim(buf_finish(&text, walk->arena));
    return result;
}

/* Marks the nodes above a text as having one, up to those that are marked already. */
static void note_text(cmark_node *text)
{
    if (str_trim(str_of(cmark_node_get_literal(text))).len == 0)
        return;
    cmark_node *node = cmark_node_parent(text);
    for (; node && !cmark_node_get_user_data(node); node = cmark_node_parent(node))
        cmark_node_set_user_data(node, node);
}

static void gather_text(struct walk *walk, cmark_node *node, cmark_node_type type)
{
    if (type < CMARK_NODE_FIRST_INLINE || type == CMARK_NODE_SOFTBREAK ||
        type == CMARK_NODE_LINEBREAK)
        markdown_put_words(&walk->text, STR(" "));
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK)
        markdown_put_words(&walk->text, str_of(cmark_node_get_literal(node)));
}

static bool has_text(cmark_node *node)
{
    return cmark_node_get_user_data(node) != NULL;
}

static void check_level(struct walk *walk, struct span span, int level, struct str text)
{
    if (level == 1) {
        report(walk, RULE_HEADING_LEVEL_ONE, span, (struct detail){.args = {text}});
    } else if (level > walk->level + 1) {
        struct str from = str_format(walk->arena, "%d", walk->level);
        struct str to = str_format(walk->arena, "%d", level);
        struct str due = str_slice(STR("######"), 0, (size_t)walk->level + 1);
        report(walk, RULE_HEADING_SKIPPED, span, (struct detail){.args = {from, to, due}});
    }
    if (level > 1)
        walk->level = level;
}

/* cmark writes headings without ids: ours take their place. */
static void visit_heading(struct walk *walk, cmark_node *node, struct span span)
{
    int level = cmark_node_get_heading_level(node);
    struct str text = text_of(walk, node);
    if (text.len == 0)
        report(walk, RULE_HEADING_EMPTY, span, NO_DETAIL);
    check_level(walk, span, level, text);
    struct heading heading = {level, text, markdown_unique_id(walk->arena, walk->markdown, text)};
    vec_push(walk->arena, &walk->markdown->headings, heading);

    cmark_node *ours = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    struct str enter = str_format(walk->arena, "<h%d id=\"%.*s\">", level, STR_ARG(heading.id));
    struct str leave = str_format(walk->arena, "</h%d>", level);
    cmark_node_set_on_enter(ours, enter.ptr);
    cmark_node_set_on_exit(ours, leave.ptr);
    for (cmark_node *child; (child = cmark_node_first_child(node));)
        cmark_node_append_child(ours, child);
    cmark_node_replace(node, ours);
    cmark_node_free(node);
}

/* Remembers a link into the collection and leaves its mark in cmark's tree. */
static void mark_hole(struct walk *walk, cmark_node *node, struct body_link link)
{
    struct str mark = str_format(walk->arena, MARKDOWN_MARK "%zu", walk->markdown->links.len);
    vec_push(walk->arena, &walk->markdown->links, link);
    cmark_node_set_url(node, mark.ptr);
}

static void visit_link(struct walk *walk, cmark_node *node, struct span span)
{
    struct str url = str_of(cmark_node_get_url(node));
    struct address address = address_read(walk->arena, url, walk->source->path);
    struct detail detail = {.args = {url}};
    cmark_node *child = cmark_node_first_child(node);
    bool image = child && cmark_node_get_type(child) == CMARK_NODE_IMAGE;
    if (!image && !has_text(node))
        report(walk, RULE_LINK_EMPTY, span, NO_DETAIL);
    if (url.len == 0) {
        report(walk, RULE_LINK_NO_ADDRESS, span, NO_DETAIL);
        return;
    }
    switch (address.kind) {
    case ADDRESS_EXTERNAL: return;
    case ADDRESS_MARKDOWN:
        mark_hole(walk, node,
                  (struct body_link){LINK_DOCUMENT, address.path, address.anchor, span});
        return;
    case ADDRESS_REFUSED: report(walk, RULE_LINK_SCHEME, span, detail); break;
    case ADDRESS_OUTSIDE: report(walk, RULE_LINK_OUTSIDE, span, detail); break;
    case ADDRESS_IMAGE:
    case ADDRESS_OTHER:
        if (str_starts(url, STR("www.")))
            detail.suggestion = STR_JOIN(walk->arena, STR("https://"), url);
        report(walk, RULE_LINK_NOT_MARKDOWN, span, detail);
        break;
    }
    cmark_node_set_url(node, "");
}

static void visit_image(struct walk *walk, cmark_node *node, struct span span)
{
    struct str url = str_of(cmark_node_get_url(node));
    struct address address = address_read(walk->arena, url, walk->source->path);
    if (!has_text(node))
        report(walk, RULE_IMAGE_ALT, span, NO_DETAIL);
    if (address.kind == ADDRESS_IMAGE) {
        mark_hole(walk, node, (struct body_link){LINK_IMAGE, address.path, (struct str){0}, span});
        return;
    }
    report(walk, RULE_IMAGE_REMOTE, span, (struct detail){.args = {url}});
    cmark_node_set_url(node, "");
}

/*
 * A comment is a note to other writers and leaves no trace; all other HTML is
 * refused. A closing tag in a line needs no word beside that on the opening one.
 */
static void visit_html(struct walk *walk, cmark_node *node, struct span span)
{
    struct str html = str_trim(str_of(cmark_node_get_literal(node)));
    bool inner = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
    bool comment = str_starts(html, STR("<!--")) && str_ends(html, STR("-->")) &&
                   str_find(html, STR("-->")) == html.len - 3;
    if (!comment && !(inner && str_starts(html, STR("</")))) {
        struct str first = html;
        first.len = str_find_byte(html, '\n') < html.len ? str_find_byte(html, '\n') : html.len;
        report(walk, RULE_RAW_HTML, span, (struct detail){.args = {first}});
    }
    cmark_node_unlink(node);
    cmark_node_free(node);
}

static void visit_paragraph(struct walk *walk, cmark_node *node, struct span span)
{
    size_t before = walk->first_line - 1;
    size_t first = before + (size_t)cmark_node_get_start_line(node);
    size_t last = before + (size_t)cmark_node_get_end_line(node);
    if (markdown_is_table(walk->source, first, last))
        report(walk, RULE_PIPE_TABLE, span, NO_DETAIL);
}

/*
 * Visits take nodes out of the tree and put others in, so the walk collects
 * first, with the places as the tree tells them, and acts after.
 */
struct found {
    cmark_node *node;
    struct span span;
};

struct found_list {
    struct found *items;
    size_t len, cap;
};

static void visit(struct walk *walk, const struct found *found)
{
    cmark_node *node = found->node;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING: visit_heading(walk, node, found->span); break;
    case CMARK_NODE_LINK: visit_link(walk, node, found->span); break;
    case CMARK_NODE_IMAGE: visit_image(walk, node, found->span); break;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE: visit_html(walk, node, found->span); break;
    case CMARK_NODE_PARAGRAPH: visit_paragraph(walk, node, found->span); break;
    default: break;
    }
}

/*
 * What an entity may have made of a text. cmark writes U+FFFE and U+FFFF, which
 * come from nowhere else, as one byte each, and that is no UTF-8.
 */
static struct str mended(struct walk *walk, cmark_node *node, const char *text,
                         int (*set)(cmark_node *node, const char *text))
{
    struct str made = str_of(text);
    if (utf8_valid_until(made) == made.len)
        return made;
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < made.len; i++) {
        unsigned char byte = (unsigned char)made.ptr[i];
        if (byte >= 0xFE)
            buf_rune(&out, 0xFF00u | byte);
        else
            buf_byte(&out, made.ptr[i]);
    }
    made = buf_finish(&out, walk->arena);
    set(node, made.ptr);
    return made;
}

/* cmark reads entities in text, addresses, titles and info strings. */
static void check_entities(struct walk *walk, cmark_node *node, cmark_node_type type)
{
    struct str text = {0};
    if (type == CMARK_NODE_TEXT) {
        text = mended(walk, node, cmark_node_get_literal(node), cmark_node_set_literal);
    } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        mended(walk, node, cmark_node_get_url(node), cmark_node_set_url);
        text = mended(walk, node, cmark_node_get_title(node), cmark_node_set_title);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        text = mended(walk, node, cmark_node_get_fence_info(node), cmark_node_set_fence_info);
    }
    gate_escapes(text, span_of(walk, node), walk->diags);
}

static void tell_block(struct walk *walk, cmark_node *node, enum prose_kind kind)
{
    size_t before = walk->first_line - 1;
    struct prose_block block = {
        .kind = kind,
        .first_line = before + (size_t)cmark_node_get_start_line(node),
        .last_line = before + (size_t)cmark_node_get_end_line(node),
        .span = span_of(walk, node),
        .quoted = walk->quotes > 0,
        .listed = walk->items > 0,
        .level = kind == PROSE_HEADING ? cmark_node_get_heading_level(node) : 0,
    };
    prose_add_block(walk->prose, block);
}

static void tell_link(struct walk *walk, cmark_node *node)
{
    struct prose *prose = walk->prose;
    struct prose_link link = {.url = str_copy(prose->arena, str_of(cmark_node_get_url(node))),
                              .start = prose->text.len,
                              .end = prose->text.len,
                              .span = span_of(walk, node)};
    vec_push(prose->arena, &prose->links, link);
}

static unsigned stress_of(const struct walk *walk)
{
    return (walk->strong ? PROSE_STRONG : 0u) | (walk->emphasis ? PROSE_EMPHASIS : 0u);
}

/* What a reader sees; a link goes on until the walk leaves it. */
static void tell(struct walk *walk, cmark_node *node, cmark_node_type type)
{
    struct prose *prose = walk->prose;
    bool code = type == CMARK_NODE_CODE;
    if (type == CMARK_NODE_PARAGRAPH)
        tell_block(walk, node, PROSE_PARAGRAPH);
    else if (type == CMARK_NODE_HEADING)
        tell_block(walk, node, PROSE_HEADING);
    else if (type == CMARK_NODE_CODE_BLOCK)
        tell_block(walk, node, PROSE_LISTING);
    else if (type == CMARK_NODE_LINK)
        tell_link(walk, node);
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        prose_add_space(prose);
    else if ((type == CMARK_NODE_TEXT || code) && walk->images == 0)
        prose_add_text(prose, code ? STR(PROSE_CODE) : str_of(cmark_node_get_literal(node)),
                       span_of(walk, node).start, stress_of(walk));
}

static void leave(struct walk *walk, cmark_node_type type)
{
    struct prose *prose = walk->prose;
    walk->strong -= type == CMARK_NODE_STRONG;
    walk->emphasis -= type == CMARK_NODE_EMPH;
    walk->images -= type == CMARK_NODE_IMAGE;
    if (prose && type == CMARK_NODE_LINK)
        prose_end_link(prose);
}

static bool is_of_interest(cmark_node_type type)
{
    return type == CMARK_NODE_HEADING || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
           type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE ||
           type == CMARK_NODE_PARAGRAPH;
}

static void visit_all(struct walk *walk, cmark_node *document)
{
    struct found_list found = {0};
    struct arena scratch;
    arena_init(&scratch);
    cmark_iter *iter = cmark_iter_new(document);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (cmark_iter_get_event_type(iter) != CMARK_EVENT_ENTER) {
            leave(walk, type);
            continue;
        }
        walk->strong += type == CMARK_NODE_STRONG;
        walk->emphasis += type == CMARK_NODE_EMPH;
        walk->images += type == CMARK_NODE_IMAGE;
        if (type < CMARK_NODE_FIRST_INLINE)
            enter_block(walk, node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            note_text(node);
        if (walk->entities)
            check_entities(walk, node, type);
        gather_text(walk, node, type);
        if (walk->prose)
            tell(walk, node, type);
        if (is_of_interest(type))
            vec_push(&scratch, &found, ((struct found){node, span_of(walk, node)}));
    }
    cmark_iter_free(iter);
    for (size_t i = 0; i < found.len; i++)
        visit(walk, &found.items[i]);
    arena_release(&scratch);
}

void markdown_parse(struct arena *arena, const struct source *source, struct span body,
                    struct markdown *markdown, struct prose *prose, struct diags *diags)
{
    struct walk walk = {
        .arena = arena,
        .source = source,
        .body = body,
        .first_line = source_place(source, body.start).line,
        .markdown = markdown,
        .prose = prose,
        .diags = diags,
        .level = 1,
        .entities = str_find_byte(str_slice(source->text, body.start, body.end), '&') != SIZE_MAX};
    *markdown = (struct markdown){0};
    map_init(&markdown->ids, arena);
    /* Without this option cmark counts no line ends inside code and HTML. */
    cmark_node *document = cmark_parse_document(source->text.ptr + body.start,
                                                body.end - body.start, CMARK_OPT_SOURCEPOS);
    visit_all(&walk, document);
    markdown->text = str_copy(arena, str_trim(buf_str(&walk.text)));
    buf_release(&walk.text);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
    markdown_cut_holes(arena, str_of(html), markdown);
    free(html);
    cmark_node_free(document);
}

const char *markdown_version(void)
{
    return cmark_version_string();
}

bool markdown_has_anchor(const struct markdown *markdown, struct str anchor)
{
    return map_get(&markdown->ids, anchor) != NULL;
}
