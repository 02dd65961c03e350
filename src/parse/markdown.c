#include "parse/markdown.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "parse/gate.h"
#include "parse/markdown_parts.h"

/*
 * Returns a text of cmark's as valid UTF-8, and sets it in the node if it was not. cmark
 * decodes the entities for U+FFFE and U+FFFF to a single byte 0xFE or 0xFF. The gate
 * lets neither character through, so such bytes come from nowhere else.
 */
static struct str mended(struct arena *arena, cmark_node *node, const char *text,
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
    made = buf_finish(&out, arena);
    set(node, made.ptr);
    return made;
}

/*
 * cmark decodes entities in text, addresses, titles and info strings: mends them all.
 * Returns the text, title or info string, for gate_escapes() to check; addresses are
 * checked by address_read().
 */
static struct str mend_entities(struct arena *arena, const struct markdown_step *step)
{
    cmark_node *node = step->node;
    cmark_node_type type = step->type;
    struct str text = {0};
    if (type == CMARK_NODE_TEXT) {
        text = mended(arena, node, cmark_node_get_literal(node), cmark_node_set_literal);
    } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        mended(arena, node, cmark_node_get_url(node), cmark_node_set_url);
        text = mended(arena, node, cmark_node_get_title(node), cmark_node_set_title);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        text = mended(arena, node, cmark_node_get_fence_info(node), cmark_node_set_fence_info);
    }
    return text;
}

static bool has_marks(struct str text)
{
    for (text = str_from(text, utf8_plain_until(text)); text.len;) {
        if (norwegian_is_mark(utf8_next(&text)))
            return true;
        text = str_from(text, utf8_plain_until(text));
    }
    return false;
}

/*
 * Composes the letters of a node, as they are shown. It comes after the job that gathers the
 * text for the rules, which need the bytes of the file.
 */
static void compose_node(struct arena *arena, const struct markdown_step *step)
{
    cmark_node *node = step->node;
    cmark_node_type type = step->type;
    bool text = type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE;
    if (text || type == CMARK_NODE_CODE_BLOCK) {
        struct str shown = str_of(cmark_node_get_literal(node));
        struct str composed = norwegian_composed(arena, shown);
        if (composed.ptr != shown.ptr)
            cmark_node_set_literal(node, composed.ptr);
    } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        struct str shown = str_of(cmark_node_get_title(node));
        struct str composed = norwegian_composed(arena, shown);
        if (composed.ptr != shown.ptr)
            cmark_node_set_title(node, composed.ptr);
    }
}

/* The jobs of one walk, and what they share. */
struct markdown_walk {
    struct arena *arena;
    struct diags *diags;
    bool escaped;    /* the body has a `&` or a mark, so what cmark made of it is checked */
    size_t marks;    /* in a row before the node */
    bool decomposed; /* some letters of the body are not composed */
    struct markdown_place place;
    struct markdown_teller teller;
    struct markdown_commenter commenter;
    struct markdown_visitor visitor;
};

/* Marks run on from one text to the next in spite of markup, but not across lines or blocks. */
static void check_escapes(struct markdown_walk *walk, const struct markdown_step *step)
{
    cmark_node_type type = step->type;
    struct span span = markdown_span(&walk->place, step->node);
    struct str text = mend_entities(walk->arena, step);
    size_t none = 0;
    bool code = type == CMARK_NODE_CODE;
    if (type < CMARK_NODE_FIRST_INLINE || type == CMARK_NODE_SOFTBREAK ||
        type == CMARK_NODE_LINEBREAK)
        walk->marks = 0;
    if (code)
        text = str_of(cmark_node_get_literal(step->node));
    gate_escapes(text, span, code || type == CMARK_NODE_TEXT ? &walk->marks : &none, walk->diags);
}

static void walk_step(struct markdown_walk *walk, const struct markdown_step *step)
{
    markdown_place_step(&walk->place, step);
    if (walk->escaped && step->enters)
        check_escapes(walk, step);
    markdown_tell_step(&walk->teller, step);
    markdown_comment_step(&walk->commenter, step);
    if (walk->decomposed && step->enters)
        compose_node(walk->arena, step);
    markdown_visit_step(&walk->visitor, step);
}

/*
 * cmark's iterator enters and leaves every node but the leaves, which it only enters
 * (cmark.h, «Iterator»). A node is entered before its children and left after them.
 */
static void walk_tree(struct markdown_walk *walk, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        walk_step(walk, &(struct markdown_step){node, cmark_node_get_type(node),
                                                event == CMARK_EVENT_ENTER});
    }
    cmark_iter_free(iter);
}

static int compare_ids(const void *a, const void *b)
{
    return str_cmp((*(const struct heading *const *)a)->id,
                   (*(const struct heading *const *)b)->id);
}

/* Moves what has been found from the scratch arena to where it stays. */
static void fit_lists(struct arena *arena, struct markdown *markdown)
{
    size_t count = markdown->headings.len;
    vec_fit(arena, &markdown->heading_lines);
    vec_fit(arena, &markdown->headings);
    vec_fit(arena, &markdown->links);
    vec_fit(arena, &markdown->strays);
    vec_fit(arena, &markdown->holes);
    markdown->by_id = arena_items(arena, const struct heading *, count);
    for (size_t i = 0; i < count; i++)
        markdown->by_id[i] = &markdown->headings.items[i];
    if (count)
        qsort(markdown->by_id, count, sizeof *markdown->by_id, compare_ids);
}

/* Returns the text of a line that is a heading, where it stays: mostly as the heading has it. */
static struct str heading_of_line(struct arena *arena, const struct markdown *markdown, size_t i)
{
    const struct heading_line *line = &markdown->heading_lines.items[i];
    struct str text = str_slice(markdown->text, line->start, line->end);
    bool same = i < markdown->headings.len && str_eq(markdown->headings.items[i].text, text);
    return same ? markdown->headings.items[i].text : str_copy(arena, text);
}

/* The last one ends without a line end. */
static void add_section(struct markdown *markdown, struct str heading, struct str text)
{
    markdown->sections.items[markdown->sections.len++] =
        (struct text_section){heading, hash_number(str_trim(text))};
}

static void list_sections(struct arena *arena, struct markdown *markdown)
{
    uint32_t count = markdown->heading_lines.len;
    uint32_t first = count ? markdown->heading_lines.items[0].start : (uint32_t)markdown->text.len;
    markdown->sections.cap = count + (first > 0);
    markdown->sections.items = arena_items(arena, struct text_section, markdown->sections.cap);
    if (first)
        add_section(markdown, STR(""), str_slice(markdown->text, 0, first));
    for (uint32_t i = 0; i < count; i++) {
        const struct heading_line *line = &markdown->heading_lines.items[i];
        size_t to = i + 1 < count ? line[1].start : markdown->text.len;
        add_section(markdown, heading_of_line(arena, markdown, i),
                    str_slice(markdown->text, line->end, to));
    }
}

void markdown_parse(struct arena *arena, struct arena *texts, const struct source *source,
                    struct span body, struct markdown *markdown, struct prose *prose,
                    struct diags *diags)
{
    struct arena scratch;
    arena_init(&scratch);
    struct str text = str_slice(source->text, body.start, body.end);
    struct markdown_walk walk = {
        .arena = arena,
        .diags = diags,
        .escaped = str_find_byte(text, '&') != SIZE_MAX || has_marks(text),
        .decomposed = norwegian_composed(&scratch, text).ptr != text.ptr,
        .teller = {.arena = arena,
                   .place = &walk.place,
                   .scratch = &scratch,
                   .markdown = markdown,
                   .prose = prose},
        .commenter = {.place = &walk.place, .diags = diags},
        .visitor = {.arena = arena,
                    .scratch = &scratch,
                    .place = &walk.place,
                    .markdown = markdown,
                    .diags = diags,
                    .level = 1},
    };
    map_init(&walk.visitor.ids, &scratch);
    *markdown = (struct markdown){0};
    markdown_place_init(&walk.place, source, body);
    /* Without this option cmark does not count line ends inside code and HTML. */
    cmark_node *document = cmark_parse_document(text.ptr, text.len, CMARK_OPT_SOURCEPOS);
    walk_tree(&walk, document); /* changes the tree: headings get ids, links get marks */
    markdown->text = str_trim(buf_finish(&walk.teller.text, texts));
    markdown->text_len = markdown->text.len;
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
    markdown_cut_holes(arena, &scratch, str_of(html), markdown);
    free(html);
    fit_lists(arena, markdown);
    list_sections(arena, markdown);
    arena_release(&scratch);
    cmark_node_free(document);
}

const char *markdown_version(void)
{
    return cmark_version_string();
}

bool markdown_has_anchor(const struct markdown *markdown, struct str anchor)
{
    struct heading wanted = {.id = anchor};
    const struct heading *key = &wanted;
    size_t count = markdown->headings.len;
    return count && bsearch(&key, markdown->by_id, count, sizeof key, compare_ids);
}
