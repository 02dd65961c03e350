#include "pages/body.h"

#include "base/buf.h"
#include "base/escape.h"
#include "plan/paths.h"

struct link_context {
    const struct plan *plan;
    struct arena *arena;
    struct str root;
    const struct document *document;
};

/*
 * Appends the address of a link in the body, a markdown_fill (parse/markdown.h).
 * Paths are of [a-z0-9./-] and anchors are slugs, but they are escaped like
 * everything else.
 */
static void fill_link(struct buf *out, const struct body_link *link, const void *context)
{
    const struct link_context *links = context;
    const struct document *to = collection_document(links->plan->collection, link->path);
    if (link->kind == LINK_IMAGE) {
        escape_html(out, links->root);
        escape_html(out, plan_picture_path(links->arena, link->path));
        return;
    }
    if (to && to != links->document) {
        escape_html(out, links->root);
        escape_html(out, plan_page_of(links->plan, to));
    }
    if (link->anchor.len || to == links->document) {
        buf_byte(out, '#');
        escape_html(out, link->anchor);
    }
}

struct value *body_value(struct arena *arena, const struct plan *plan, struct str root,
                         const struct document *document)
{
    struct link_context context = {plan, arena, root, document};
    struct buf html = BUF_INIT;
    markdown_put(&html, &document->body, fill_link, &context);
    return value_html(arena, buf_finish(&html, arena));
}

/*
 * The id of an entry, and what the ids of its headings begin with. A slug has no full
 * stop, so no heading of one entry can get the id of another entry's; and none of them has
 * an underscore, which every id of the theme has.
 */
static struct str heading_prefix(struct arena *arena, const struct document *document)
{
    return STR_JOIN(arena, document->slug, STR("."));
}

/* The same on the page with all entries: a link to an entry stays on the page. */
static void fill_link_in_print(struct buf *out, const struct body_link *link, const void *context)
{
    const struct link_context *links = context;
    const struct document *to = collection_document(links->plan->collection, link->path);
    if (link->kind == LINK_IMAGE || !to || to->kind != DOCUMENT_ENTRY) {
        fill_link(out, link, context);
        return;
    }
    buf_byte(out, '#');
    escape_html(out, link->anchor.len ? heading_prefix(links->arena, to) : to->slug);
    escape_html(out, link->anchor);
}

struct value *body_in_print(struct arena *arena, const struct plan *plan, const struct entry *entry)
{
    enum { DEEPER = 2 }; /* levels: the folder and the entry have headings above these */
    struct link_context context = {.plan = plan, .arena = arena, .root = STR("")};
    struct buf html = BUF_INIT;
    markdown_put_within(&html, &entry->document->body, fill_link_in_print, &context, DEEPER,
                        heading_prefix(arena, entry->document));
    return value_html(arena, buf_finish(&html, arena));
}
