#include "pages/body.h"

#include "base/buf.h"
#include "base/escape.h"
#include "base/language.h"
#include "plan/paths.h"

struct link_context {
    const struct plan *plan;
    struct arena *arena;
    struct str root;
    struct str language;             /* of the text */
    const struct document *document; /* whose page it is; NULL: one with many entries */
    const struct map *there;         /* the paths of the documents of those */
};

/* Appends an address. Paths are of [a-z0-9./-] and anchors are slugs, but escaped like all else. */
static void fill_address(struct buf *out, const struct body_link *link,
                         const struct link_context *links)
{
    const struct collection *collection = links->plan->collection;
    if (link->kind != LINK_DOCUMENT) {
        const struct attachment *file = collection_attachment(collection, link->path);
        escape_html(out, links->root);
        escape_html(out, plan_attachment_path(links->arena, collection, file));
    }
    const struct document *to = collection_document(collection, link->path);
    if (to && to != links->document) {
        escape_html(out, links->root);
        escape_html(out, plan_page_of(links->plan, to));
    }
    if (link->anchor.len || (to && to == links->document)) {
        buf_byte(out, '#');
        escape_html(out, link->anchor);
    }
}

/* With them a browser keeps the place of a picture that has not come yet. */
static void fill_size(struct buf *out, const struct attachment *picture)
{
    if (picture->width && picture->height)
        buf_format(out, " width=\"%u\" height=\"%u\"", picture->width, picture->height);
}

/* What the reader of a text needs to know of a file before it is opened. */
static void fill_type(struct buf *out, const struct attachment *file, struct str own,
                      struct str sites)
{
    const struct language *language = language_of(own);
    if (!language)
        language = language_or_english(sites);
    buf_format(out, " (%.*s, ", STR_ARG(file->type->name));
    language_put_size(out, language, file->size);
    buf_byte(out, ')');
}

/* Fills a hole in a body, a markdown_fill (parse/markdown.h). */
static void fill_hole(struct buf *out, const struct body_link *link, enum hole_kind kind,
                      const void *context)
{
    const struct link_context *links = context;
    const struct collection *collection = links->plan->collection;
    const struct attachment *file = collection_attachment(collection, link->path);
    switch (kind) {
    case HOLE_ADDRESS: fill_address(out, link, links); break;
    case HOLE_SIZE: fill_size(out, file); break;
    case HOLE_TYPE:
        if (!link->tells_type)
            fill_type(out, file, links->language, collection->settings.language);
    }
}

struct value *body_value(struct arena *arena, const struct plan *plan, struct str root,
                         const struct document *document)
{
    struct link_context context = {plan, arena, root, document->language, document, NULL};
    struct buf html = BUF_INIT;
    markdown_put(&html, &document->body, fill_hole, &context);
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

/* The same on a page with many entries: a link to one of them stays on the page. */
static void fill_in_print(struct buf *out, const struct body_link *link, enum hole_kind kind,
                          const void *context)
{
    const struct link_context *links = context;
    const struct document *to = collection_document(links->plan->collection, link->path);
    if (!to || !map_get(links->there, to->source.path)) {
        fill_hole(out, link, kind, context);
        return;
    }
    buf_byte(out, '#');
    escape_html(out, link->anchor.len ? heading_prefix(links->arena, to) : to->slug);
    escape_html(out, link->anchor);
}

struct value *body_in_print(struct arena *arena, const struct plan *plan, struct str root,
                            const struct map *there, const struct entry *entry)
{
    enum { DEEPER = 2 }; /* levels: the folder and the entry have headings above these */
    struct link_context context = {
        .plan = plan,
        .arena = arena,
        .root = root,
        .language = entry->document->language,
        .there = there,
    };
    struct buf html = BUF_INIT;
    markdown_put_within(&html, &entry->document->body, fill_in_print, &context, DEEPER,
                        heading_prefix(arena, entry->document));
    return value_html(arena, buf_finish(&html, arena));
}
