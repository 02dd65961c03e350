#include <stdint.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/vec.h"
#include "parse/markdown_parts.h"

/* True if an attribute for addresses ends here, so that its value comes next. */
static bool is_before_address(struct str before)
{
    return str_ends(before, STR(" href")) || str_ends(before, STR(" src"));
}

/* Takes the number of a link off the HTML. */
static uint32_t take_link_number(struct str *html)
{
    uint32_t number = 0;
    for (; html->len && ascii_is_digit(html->ptr[0]); *html = str_from(*html, 1))
        number = number * 10 + (uint32_t)(html->ptr[0] - '0');
    return number;
}

/* The size of an image is an attribute, so its hole is after the quote that ends the address. */
static void cut_address(struct arena *scratch, struct markdown *markdown, struct buf *out,
                        struct str *html)
{
    uint32_t link = take_link_number(html);
    vec_push(scratch, &markdown->holes, ((struct hole){(uint32_t)out->len, link, HOLE_ADDRESS}));
    if (markdown->links.items[link].kind != LINK_IMAGE)
        return;
    buf_byte(out, '"');
    *html = str_from(*html, 1);
    vec_push(scratch, &markdown->holes, ((struct hole){(uint32_t)out->len, link, HOLE_SIZE}));
}

static void cut_type(struct arena *scratch, struct markdown *markdown, struct buf *out,
                     struct str *html)
{
    static const struct str end = STR_INIT("\">");
    uint32_t link = take_link_number(html);
    *html = str_from(*html, end.len);
    vec_push(scratch, &markdown->holes, ((struct hole){(uint32_t)out->len, link, HOLE_TYPE}));
}

void markdown_cut_holes(struct arena *arena, struct arena *scratch, struct str html,
                        struct markdown *markdown)
{
    static const struct str mark = STR_INIT("=\"" MARKDOWN_MARK), tag = STR_INIT(MARKDOWN_TAG);
    struct buf out = BUF_INIT;
    for (size_t at; (at = str_find(html, mark)) != SIZE_MAX;) {
        struct str before = str_slice(html, 0, at);
        /* In a title or in an alternative text the mark is content, and stays. */
        bool address = is_before_address(before), type = str_ends(before, tag);
        buf_put(&out, str_slice(html, 0, type ? at - tag.len : address ? at + 2 : at + mark.len));
        html = str_from(html, at + mark.len);
        if (address)
            cut_address(scratch, markdown, &out, &html);
        else if (type)
            cut_type(scratch, markdown, &out, &html);
    }
    buf_put(&out, html);
    markdown->html = buf_finish(&out, arena);
}

void markdown_put(struct buf *out, const struct markdown *markdown, markdown_fill *fill,
                  const void *context)
{
    size_t from = 0;
    for (size_t i = 0; i < markdown->holes.len; i++) {
        const struct hole *hole = &markdown->holes.items[i];
        buf_put(out, str_slice(markdown->html, from, hole->at));
        fill(out, &markdown->links.items[hole->link], hole->kind, context);
        from = hole->at;
    }
    buf_put(out, str_from(markdown->html, from));
}

/*
 * Returns the offset of the digit in the next tag of a heading, or SIZE_MAX. cmark
 * escapes every `<` in text, and all headings are ours (markdown_visit.c): whatever
 * looks like such a tag is one, and an opening tag has an id right after the digit.
 */
static size_t find_heading_tag(struct str html, bool *closing)
{
    for (size_t i = 0; i + 3 < html.len; i++) {
        *closing = html.ptr[i + 1] == '/';
        size_t name = i + 1 + *closing;
        if (html.ptr[i] == '<' && html.ptr[name] == 'h' && html.ptr[name + 1] >= '1' &&
            html.ptr[name + 1] <= '6')
            return name + 1;
    }
    return SIZE_MAX;
}

void markdown_put_within(struct buf *out, const struct markdown *markdown, markdown_fill *fill,
                         const void *context, int deeper, struct str prefix)
{
    static const struct str id = STR_INIT(" id=\"");
    struct buf plain = BUF_INIT;
    markdown_put(&plain, markdown, fill, context);
    struct str html = buf_str(&plain);
    bool closing;
    for (size_t at; (at = find_heading_tag(html, &closing)) != SIZE_MAX;) {
        int level = html.ptr[at] - '0' + deeper;
        buf_put(out, str_slice(html, 0, at));
        buf_byte(out, (char)('0' + (level > 6 ? 6 : level)));
        html = str_from(html, at + 1);
        if (!closing) {
            buf_put(out, id);
            buf_put(out, prefix);
            html = str_from(html, id.len);
        }
    }
    buf_put(out, html);
    buf_release(&plain);
}
