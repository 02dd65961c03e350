#include <stdint.h>

#include "base/blank.h"
#include "parse/comment.h"
#include "parse/markdown_parts.h"
#include "parse/rules.h"

/*
 * cmark 0.30 takes a comment in a line for one only if it has no blank line and no `--`
 * inside, and ends (CommonMark 0.30, 6.6); all other notes are text to it. So whatever
 * looks like one in a text is told, and nothing that was meant as a note is published
 * without an error. Code is shown as it is written, and may show a comment.
 */

/* How far beyond its expected place a mark is looked for: entities are longer than what they mean.
 */
enum { FURTHER_MAX = 512 };

/* Returns the place of a part of a node's text, or that of the node if it is not written so. */
static struct span part_span(struct markdown_commenter *commenter, cmark_node *node,
                             struct str text, struct str part)
{
    struct markdown_place *place = commenter->place;
    const struct source *source = place->source;
    struct span span = markdown_span(place, node);
    size_t from = span.start + (size_t)(part.ptr - text.ptr);
    if (from > source->text.len)
        return span;
    size_t end = source->text.len - from > FURTHER_MAX ? from + FURTHER_MAX : source->text.len;
    size_t at = str_find(str_slice(source->text, from, end), part);
    return at == SIZE_MAX ? span : source_span(source, from + at, from + at + part.len);
}

static void comment_tell(struct markdown_commenter *commenter, enum parse_rule rule,
                         struct span span, struct str mark)
{
    diag_add(commenter->diags, &parse_rules[rule], span, (struct detail){.args = {mark}});
}

/* ---- in text ---- */

/* An opening within a note that has been told belongs to the same fault. */
static void tell_opening(struct markdown_commenter *commenter, struct span span, struct str mark)
{
    if (commenter->open == 0 || commenter->told_in != commenter->place->block)
        comment_tell(commenter, RULE_COMMENT_SHOWN, span, mark);
    commenter->told_in = commenter->place->block;
    commenter->open++;
}

/*
 * A closing mark alone may be an arrow. It is none where a line begins with it, and is
 * taken for none once a note has been written in the file.
 */
static void tell_closing(struct markdown_commenter *commenter, struct span span, struct str mark)
{
    if (commenter->open) {
        commenter->open--;
        return;
    }
    bool first = blank_before(span.source->text, span.start);
    comment_tell(commenter, commenter->seen || first ? RULE_COMMENT_END : RULE_COMMENT_ARROW, span,
                 mark);
}

/* Of two lines of %% the second ends what the first began. */
static void tell_foreign(struct markdown_commenter *commenter, struct span span, struct str mark)
{
    struct str text = span.source->text;
    bool within = commenter->in_percents;
    if (str_eq(mark, STR("%%")) && blank_before(text, span.start) && blank_behind(text, span.end))
        commenter->in_percents = !within;
    if (commenter->open == 0 && !within)
        comment_tell(commenter, RULE_COMMENT_FOREIGN, span, mark);
}

static void tell_note(struct markdown_commenter *commenter, struct comment_mark mark,
                      struct span span)
{
    switch (mark.kind) {
    case COMMENT_OPENS: tell_opening(commenter, span, mark.text); break;
    case COMMENT_CLOSES: tell_closing(commenter, span, mark.text); break;
    case COMMENT_HTML: comment_tell(commenter, RULE_RAW_HTML, span, mark.text); break;
    case COMMENT_FOREIGN: tell_foreign(commenter, span, mark.text); break;
    case COMMENT_NONE: break;
    }
}

static void check_text(struct markdown_commenter *commenter, cmark_node *node, struct str text)
{
    struct comment_reader reader = comment_reader_of(text);
    for (struct comment_mark mark; (mark = comment_next(&reader)).kind;)
        tell_note(commenter, mark, part_span(commenter, node, text, mark.text));
}

/* Whether an inline node is the first of its line: not what emphasis begins with within one. */
static bool leads_line(cmark_node *node)
{
    cmark_node *before = cmark_node_previous(node);
    cmark_node_type type = cmark_node_get_type(before ? before : cmark_node_parent(node));
    return before ? type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK
                  : type < CMARK_NODE_FIRST_INLINE;
}

static struct str text_of(cmark_node *node)
{
    bool text = node && cmark_node_get_type(node) == CMARK_NODE_TEXT;
    return text ? str_of(cmark_node_get_literal(node)) : STR("");
}

/*
 * [//]: # (…) that is not taken for a definition: in a paragraph, or with brackets in
 * brackets. It is a text, or a link if the same has been defined before.
 */
static void check_definition(struct markdown_commenter *commenter, cmark_node *node)
{
    if (!leads_line(node) || commenter->open)
        return;
    const struct source *source = commenter->place->source;
    struct span span = markdown_span(commenter->place, node);
    struct str rest = str_from(source->text, span.start), line;
    str_cut(&rest, '\n', &line);
    size_t len = comment_definition(line);
    if (len)
        comment_tell(commenter, RULE_COMMENT_FOREIGN,
                     source_span(source, span.start, span.start + len), str_slice(line, 0, len));
}

/* The stars of a comment of C make its words italic when no blank stands beside them. */
static void check_stars(struct markdown_commenter *commenter, cmark_node *node)
{
    cmark_node *words = cmark_node_next(node);
    if (!words || cmark_node_get_type(words) != CMARK_NODE_EMPH)
        return;
    struct str before = text_of(node), after = text_of(cmark_node_next(words));
    bool begins = before.len == 1 || str_ends(before, STR(" /")) || str_ends(before, STR("{/"));
    bool ends = after.len == 1 || str_starts(after, STR("/ ")) || str_starts(after, STR("/}"));
    if (str_ends(before, STR("/")) && str_starts(after, STR("/")) && begins && ends)
        comment_tell(commenter, RULE_COMMENT_FOREIGN, markdown_span(commenter->place, words),
                     STR("/*"));
}

/* ---- in HTML and code ---- */

static const enum parse_rule shape_rules[] = {
    [COMMENT_IS_OPEN] = RULE_COMMENT_OPEN,
    [COMMENT_IS_MIXED] = RULE_COMMENT_TEXT,
    [COMMENT_IS_TWICE] = RULE_COMMENT_WITHIN,
    [COMMENT_IS_SHORT] = RULE_COMMENT_SHOWN,
};

static void tell_shape(struct markdown_commenter *commenter, cmark_node *node, struct str html,
                       enum comment_shape shape, size_t at)
{
    struct str part = shape == COMMENT_IS_MIXED ? str_from(html, at) : str_slice(html, at, at + 4);
    struct span begin = markdown_span(commenter->place, node);
    struct span span = part_span(commenter, node, html, part);
    if (str_find_byte(part, '\n') != SIZE_MAX)
        part.len = str_find_byte(part, '\n');
    if (shape == COMMENT_IS_TWICE)
        part = str_format(&commenter->diags->arena, "%zu",
                          source_place(begin.source, begin.start).line);
    comment_tell(commenter, shape_rules[shape], span, part);
}

static void check_html(struct markdown_commenter *commenter, cmark_node *node)
{
    struct str html = str_trim(str_of(cmark_node_get_literal(node)));
    size_t at;
    enum comment_shape shape = comment_shape(html, &at);
    commenter->seen |= shape != COMMENT_IS_NONE;
    if (shape == COMMENT_IS_NONE || shape == COMMENT_IS_WHOLE)
        return;
    tell_shape(commenter, node, html, shape, at);
    commenter->open += shape != COMMENT_IS_MIXED;
    commenter->told_in = commenter->place->block;
}

/* A note that was indented by chance is shown as code; in a fence it is meant to be shown. */
static void check_code(struct markdown_commenter *commenter, cmark_node *node)
{
    struct span span = markdown_span(commenter->place, node);
    struct str written = str_from(commenter->place->source->text, span.start);
    struct str code = str_of(cmark_node_get_literal(node));
    check_text(commenter, node, str_of(cmark_node_get_fence_info(node)));
    if (str_starts(written, STR("```")) || str_starts(written, STR("~~~")))
        return;
    struct comment_reader reader = comment_reader_of(code);
    for (struct comment_mark mark; (mark = comment_next(&reader)).kind;)
        if (mark.kind == COMMENT_OPENS)
            tell_opening(commenter, part_span(commenter, node, code, mark.text), mark.text);
        else if (mark.kind == COMMENT_CLOSES && commenter->open)
            commenter->open--;
}

/* ---- the step ---- */

void markdown_comment_step(struct markdown_commenter *commenter, const struct markdown_step *step)
{
    cmark_node *node = step->node;
    if (!step->enters)
        return;
    switch (step->type) {
    case CMARK_NODE_TEXT: {
        struct str text = str_of(cmark_node_get_literal(node));
        check_definition(commenter, node);
        check_stars(commenter, node);
        check_text(commenter, node, text);
        break;
    }
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE: check_html(commenter, node); break;
    case CMARK_NODE_CODE_BLOCK: check_code(commenter, node); break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        check_definition(commenter, node);
        check_text(commenter, node, str_of(cmark_node_get_title(node)));
        check_text(commenter, node, str_of(cmark_node_get_url(node)));
        break;
    default: break;
    }
}
