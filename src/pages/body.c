#include "pages/body.h"

#include "base/buf.h"
#include "base/escape.h"
#include "base/language.h"
#include "pages/places.h"
#include "plan/paths.h"

struct link_context {
    const struct plan *plan;
    struct arena *arena;
    struct str root;
    struct str language;             /* of the text */
    const struct document *document; /* whose page it is; NULL: one with many entries */
    const struct map *there;         /* the paths of the documents of those */
    const struct places *places;     /* where the rest is, in another form than the site */
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
    struct link_context context = {
        .plan = plan,
        .arena = arena,
        .root = root,
        .language = document->language,
        .document = document,
    };
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

/*
 * The same in another form of the site.
 */

/* What has no address gets an empty one, for unlink_nowhere() to find. */
static void fill_address_elsewhere(struct buf *out, const struct body_link *link,
                                   const struct link_context *links)
{
    const struct collection *collection = links->plan->collection;
    const struct document *to = collection_document(collection, link->path);
    const struct attachment *file = collection_attachment(collection, link->path);
    struct str address = {0};
    if (link->kind == LINK_IMAGE)
        address = plan_attachment_path(links->arena, collection, file);
    else if (to != links->document)
        address = places_of(links->places, links->arena,
                            to ? plan_page_of(links->plan, to)
                               : plan_attachment_path(links->arena, collection, file));
    escape_html(out, address);
    if (link->anchor.len && (address.len || to == links->document)) {
        buf_byte(out, '#');
        escape_html(out, link->anchor);
    }
}

static void fill_elsewhere(struct buf *out, const struct body_link *link, enum hole_kind kind,
                           const void *context)
{
    if (kind == HOLE_ADDRESS)
        fill_address_elsewhere(out, link, context);
    else
        fill_hole(out, link, kind, context);
}

/* Appends HTML without its links to nowhere. No link stands within another one. */
static void unlink_nowhere(struct buf *out, struct str html)
{
    const struct str nowhere = STR("<a href=\"\""), end = STR("</a>");
    for (size_t at; (at = str_find(html, nowhere)) != SIZE_MAX;) {
        buf_put(out, str_slice(html, 0, at));
        html = str_from(html, at);
        html = str_from(html, str_find_byte(html, '>') + 1);
        size_t text = str_find(html, end);
        buf_put(out, str_slice(html, 0, text));
        html = str_from(html, text + end.len);
    }
    buf_put(out, html);
}

struct value *body_elsewhere(struct arena *arena, const struct plan *plan,
                             const struct places *places, const struct document *document)
{
    struct link_context context = {
        .plan = plan,
        .arena = arena,
        .language = document->language,
        .document = document,
        .places = places,
    };
    struct buf html = BUF_INIT, linked = BUF_INIT;
    markdown_put(&html, &document->body, fill_elsewhere, &context);
    unlink_nowhere(&linked, buf_str(&html));
    buf_release(&html);
    return value_html(arena, buf_finish(&linked, arena));
}
