#include <inttypes.h>

#include "base/address.h"
#include "base/arena.h"
#include "base/file_type.h"
#include "base/slug.h"
#include "base/vec.h"
#include "parse/html.h"
#include "parse/link_meant.h"
#include "parse/markdown_parts.h"
#include "parse/rules.h"
#include "parse/setext.h"

static void visit_tell(struct markdown_visitor *visitor, enum parse_rule rule, struct span span,
                       struct detail detail)
{
    diag_add(visitor->diags, &parse_rules[rule], span, detail);
}

/* ---- headings ---- */

/*
 * Returns an id for a heading: its slug, for later ones of the same slug with -2, -3 …
 * after it. The number that was tried last is kept with the slug; if each heading
 * counted from 2, a body of equal headings would cost the square of its length.
 */
static struct str unique_id(struct markdown_visitor *visitor, struct str text)
{
    struct arena *arena = visitor->arena;
    struct map *ids = &visitor->ids;
    struct str slug = slug_make(arena, text);
    if (slug.len == 0)
        slug = STR("avsnitt");
    struct str id = slug;
    unsigned *number = map_get(ids, slug);
    while (map_get(ids, id))
        id = str_format(arena, "%.*s-%u", STR_ARG(slug), ++*number);
    number = arena_new(visitor->scratch, unsigned);
    *number = 1;
    map_add(ids, id, number);
    return id;
}

static void check_level(struct markdown_visitor *visitor, struct span span, int level,
                        struct str text)
{
    if (level == 1) {
        visit_tell(visitor, RULE_HEADING_LEVEL_ONE, span, (struct detail){.args = {text}});
    } else if (level > visitor->level + 1) {
        struct str from = str_format(visitor->arena, "%d", visitor->level);
        struct str to = str_format(visitor->arena, "%d", level);
        struct str due = str_slice(STR("######"), 0, (size_t)visitor->level + 1);
        visit_tell(visitor, RULE_HEADING_SKIPPED, span, (struct detail){.args = {from, to, due}});
    }
    if (level > 1)
        visitor->level = level;
}

/* Tells of a heading that was meant as text, by the line that made it one. */
static bool is_accident(struct markdown_visitor *visitor, cmark_node *node, struct span span,
                        struct str text)
{
    const struct markdown_place *place = visitor->place;
    size_t last = markdown_line(place, cmark_node_get_end_line(node));
    struct setext setext = setext_read(place->source, span.start, last);
    bool fields =
        place->second && source_place(place->source, span.start).line == place->second + 1;
    if (text.len == 0 || fields || !setext_is_accident(&setext, text))
        return fields; /* of which is told as a whole */
    visit_tell(visitor, RULE_HEADING_BY_ACCIDENT, source_span_of(place->source, setext.under),
               (struct detail){.args = {setext.under, text}});
    return true;
}

/*
 * EXIT: cmark writes headings without ids. So the node is replaced by a custom block with
 * our own tags, to which its children move. Only when it is left is its text known. One by
 * accident is told of and shown, but never at the level of the title, as a second one of those.
 */
static void leave_heading(struct markdown_visitor *visitor, cmark_node *node, struct span span)
{
    int level = cmark_node_get_heading_level(node);
    struct str text = str_trim(buf_finish(&visitor->heading, visitor->arena));
    visitor->in_heading = false;
    bool accident = is_accident(visitor, node, span, text);
    if (text.len == 0) { /* a body of nothing else may have a hundred thousand: none gets an id */
        visit_tell(visitor, RULE_HEADING_EMPTY, span, NO_DETAIL);
        visitor->level = level > 1 ? level : visitor->level; /* its level is no second fault */
        return;
    }
    if (!accident)
        check_level(visitor, span, level, text);
    else if (level == 1)
        level = 2;
    struct heading heading = {level, text, unique_id(visitor, text)};
    vec_push(visitor->scratch, &visitor->markdown->headings, heading);

    cmark_node *ours = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    struct str enter =
        str_format(visitor->scratch, "<h%d id=\"%.*s\">", level, STR_ARG(heading.id));
    struct str leave = str_format(visitor->scratch, "</h%d>", level);
    cmark_node_set_on_enter(ours, enter.ptr);
    cmark_node_set_on_exit(ours, leave.ptr);
    for (cmark_node *child; (child = cmark_node_first_child(node));)
        cmark_node_append_child(ours, child);
    cmark_node_replace(node, ours);
    cmark_node_free(node);
}

/* ---- links and images ---- */

/* Records a link into the collection, and puts the mark of its hole in the tree. */
static void mark_hole(struct markdown_visitor *visitor, cmark_node *node, struct body_link link)
{
    struct str mark =
        str_format(visitor->scratch, MARKDOWN_MARK "%" PRIu32, visitor->markdown->links.len);
    vec_push(visitor->scratch, &visitor->markdown->links, link);
    cmark_node_set_url(node, mark.ptr);
}

static struct body_link file_link(struct markdown_visitor *visitor, enum link_kind kind,
                                  struct str url, struct str path, struct span span)
{
    return (struct body_link){
        .kind = kind, .path = path, .span = span, .url = str_copy(visitor->arena, url)};
}

/* Whether a text begins with the kind of a file, as readers or as names of files have it. */
static bool begins_with_type(struct str text, const struct file_type *type)
{
    return str_begins(text, type->name) || str_begins(text, str_from(type->ending, 1));
}

/* Whether a text tells it in parentheses: «Rapporten (PDF)». */
static bool tells_type(struct str text, const struct file_type *type)
{
    for (size_t at; (at = str_find_byte(text, '(')) != SIZE_MAX;) {
        text = str_trim(str_from(text, at + 1));
        if (begins_with_type(text, type))
            return true;
    }
    return false;
}

/* The same of the text of a link, or of what stands right after it: « (PDF, 2 MB)». */
static bool link_tells_type(cmark_node *link, const struct file_type *type)
{
    bool told = false;
    cmark_iter *iter = cmark_iter_new(link);
    while (!told && cmark_iter_next(iter) != CMARK_EVENT_DONE)
        if (cmark_node_get_type(cmark_iter_get_node(iter)) == CMARK_NODE_TEXT)
            told = tells_type(str_of(cmark_node_get_literal(cmark_iter_get_node(iter))), type);
    cmark_iter_free(iter);
    cmark_node *next = cmark_node_next(link);
    if (told || !next || cmark_node_get_type(next) != CMARK_NODE_TEXT)
        return told;
    struct str after = str_trim(str_of(cmark_node_get_literal(next)));
    return str_starts(after, STR("(")) && begins_with_type(str_trim(str_from(after, 1)), type);
}

/* A link to a file gets a second mark, at the end of its text. */
static void mark_file(struct markdown_visitor *visitor, cmark_node *node, struct body_link link)
{
    struct str tag = str_format(visitor->scratch, MARKDOWN_TAG "=\"" MARKDOWN_MARK "%" PRIu32 "\">",
                                visitor->markdown->links.len);
    link.tells_type = link_tells_type(node, file_type_of(link.path));
    cmark_node *type = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(type, tag.ptr);
    cmark_node_append_child(node, type);
    mark_hole(visitor, node, link);
}

/* Whether a link is the mark of a footnote, such as `[^1]`; `child` is the first in it. */
static bool is_footnote(cmark_node *child)
{
    return child && cmark_node_get_type(child) == CMARK_NODE_TEXT &&
           str_starts(str_of(cmark_node_get_literal(child)), STR("^"));
}

/* Tells of an address that none can have, or keeps it for those who know all files. */
static void tell_wrong(struct markdown_visitor *visitor, struct str url, bool image,
                       struct link_meant meant, struct span span)
{
    struct detail detail = {.args = {url}, .suggestion = meant.meant};
    if (!meant.stray) {
        visit_tell(visitor, meant.rule, span, detail);
        return;
    }
    struct str written = str_copy(visitor->arena, url);
    struct stray_link stray = {.written = written,
                               .path =
                                   str_copy(visitor->arena, meant.meant.len ? meant.meant : url),
                               .rule = meant.rule,
                               .image = image,
                               .span = span};
    vec_push(visitor->scratch, &visitor->markdown->strays, stray);
}

/* EXIT, when it is known whether the link has a text. A forbidden address becomes empty. */
static void leave_link(struct markdown_visitor *visitor, cmark_node *node, struct span span,
                       bool has_text)
{
    struct str url = str_of(cmark_node_get_url(node));
    struct address address = address_read(visitor->arena, url, visitor->place->source->path);
    cmark_node *child = cmark_node_first_child(node);
    bool image = child && cmark_node_get_type(child) == CMARK_NODE_IMAGE;
    if (!image && !has_text)
        visit_tell(visitor, RULE_LINK_EMPTY, span, NO_DETAIL);
    if (is_footnote(child)) { /* `[^1]: word` made it one; writing/leftover.c tells of it */
        if (address.kind != ADDRESS_EXTERNAL)
            cmark_node_set_url(node, "");
        return;
    }
    if (url.len == 0) {
        visit_tell(visitor, RULE_LINK_NO_ADDRESS, span, NO_DETAIL);
        return;
    }
    struct link_meant meant = {.rule = PARSE_RULES};
    if (address.kind > ADDRESS_MARKDOWN)
        meant = link_meant_read(visitor->arena, url, &address);
    if (address.kind == ADDRESS_FILE && meant.rule == RULE_LINK_NOT_MARKDOWN && !meant.stray) {
        struct body_link link = file_link(visitor, LINK_FILE, url, address.path, span);
        link.anchor = address.anchor; /* #page=4 */
        mark_file(visitor, node, link);
        return;
    }
    switch (address.kind) {
    case ADDRESS_EXTERNAL: return;
    case ADDRESS_MARKDOWN:
        mark_hole(visitor, node,
                  (struct body_link){.kind = LINK_DOCUMENT,
                                     .path = address.path,
                                     .anchor = address.anchor,
                                     .span = span});
        return;
    default: tell_wrong(visitor, url, false, meant, span);
    }
    cmark_node_set_url(node, "");
}

/* EXIT, when it is known whether the image has an alternative text. */
static void leave_image(struct markdown_visitor *visitor, cmark_node *node, struct span span,
                        bool has_text)
{
    struct str url = str_of(cmark_node_get_url(node));
    struct address address = address_read(visitor->arena, url, visitor->place->source->path);
    if (!has_text)
        visit_tell(visitor, RULE_IMAGE_ALT, span, NO_DETAIL);
    if (address.kind == ADDRESS_FILE) {
        mark_hole(visitor, node, file_link(visitor, LINK_IMAGE, url, address.path, span));
        return;
    }
    struct link_meant meant = link_meant_read(visitor->arena, url, &address);
    if (meant.rule == RULE_LINK_BACKSLASH || meant.rule == RULE_LINK_OWN_DISK ||
        meant.rule == RULE_LINK_OUTSIDE)
        tell_wrong(visitor, url, true, meant, span);
    else
        visit_tell(visitor, RULE_IMAGE_REMOTE, span, (struct detail){.args = {url}});
    cmark_node_set_url(node, "");
}

/* ---- HTML ---- */

static void tell_html(struct markdown_visitor *visitor, cmark_node *node, struct str html)
{
    struct html_tag tag = {0};
    struct str rest = html, first = html;
    first.len = str_find_byte(html, '\n') < html.len ? str_find_byte(html, '\n') : html.len;
    html_next_tag(&rest, &tag);
    struct html_help help = html_help_for(&tag);
    struct detail detail = {.args = {first, help.nb, help.en}};
    cmark_node *next = cmark_node_next(node);
    if (next && cmark_node_get_type(next) == CMARK_NODE_TEXT)
        detail.suggestion =
            html_small_figures(visitor->arena, tag.name, str_of(cmark_node_get_literal(next)));
    visit_tell(visitor, RULE_RAW_HTML, markdown_span(visitor->place, node), detail);
}

/*
 * ENTER: takes HTML out of the tree, and tells of it. What begins as a comment has been told
 * of if it had to be (markdown_comment.c), and a closing tag may belong to an opening one that
 * has been: both are only taken out.
 */
static void visit_html(struct markdown_visitor *visitor, cmark_node *node)
{
    struct str html = str_trim(str_of(cmark_node_get_literal(node)));
    bool comment = str_starts(html, STR("<!--"));
    if (!comment && !html_only_ends(visitor->arena, &visitor->open_html, html))
        tell_html(visitor, node, html);
    cmark_node_unlink(node);
    cmark_node_free(node);
}

/* ---- the step ---- */

/* ENTER: puts the node on the stack, where EXIT finds its place and the texts before it. */
static void open_node(struct markdown_visitor *visitor, cmark_node *node)
{
    struct markdown_open open = {markdown_span(visitor->place, node), visitor->texts};
    vec_push(visitor->scratch, &visitor->open, open);
}

static void visit_text(struct markdown_visitor *visitor, struct str text)
{
    visitor->texts += str_trim(text).len > 0;
    if (visitor->in_heading)
        buf_put(&visitor->heading, text);
}

static void enter_node(struct markdown_visitor *visitor, const struct markdown_step *step)
{
    cmark_node *node = step->node;
    visitor->in_heading |= step->type == CMARK_NODE_HEADING;
    switch (step->type) {
    case CMARK_NODE_HEADING:
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: open_node(visitor, node); break;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE: visit_html(visitor, node); break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: visit_text(visitor, str_of(cmark_node_get_literal(node))); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: visit_text(visitor, STR(" ")); break;
    default: break;
    }
}

static void leave_node(struct markdown_visitor *visitor, const struct markdown_step *step)
{
    bool opened = step->type == CMARK_NODE_HEADING || step->type == CMARK_NODE_LINK ||
                  step->type == CMARK_NODE_IMAGE;
    if (!opened)
        return;
    const struct markdown_open open = visitor->open.items[--visitor->open.len];
    bool has_text = visitor->texts > open.texts;
    if (step->type == CMARK_NODE_HEADING)
        leave_heading(visitor, step->node, open.span);
    else if (step->type == CMARK_NODE_LINK)
        leave_link(visitor, step->node, open.span, has_text);
    else
        leave_image(visitor, step->node, open.span, has_text);
}

/*
 * The tree may be changed while it is walked, but not ahead of the walk. cmark has
 * fetched the next step before it hands out this one: so a leaf may be taken out on
 * ENTER and any other node on EXIT, but nothing that comes later.
 */
void markdown_visit_step(struct markdown_visitor *visitor, const struct markdown_step *step)
{
    if (step->enters)
        enter_node(visitor, step);
    else
        leave_node(visitor, step);
}
