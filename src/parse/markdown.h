#ifndef PARSE_MARKDOWN_H
#define PARSE_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/source.h"

struct arena;
struct buf;
struct prose;

/*
 * A Markdown body as HTML, with its headings and its links into the
 * collection. Its files (markdown*.c) are the only users of libcmark (CommonMark 0.30).
 *
 * Safety is layered: cmark runs in its safe mode, raw HTML is a finding, and
 * the address of every link and image passes a list of what is allowed, for
 * cmark's own is a list of what is not.
 *
 * The body is parsed once, but its links depend on which page shows it: they
 * are relative. So the HTML has holes, one for each link into the collection,
 * and whoever shows it fills them in.
 */
struct heading {
    int level; /* 2 … 6 */
    struct str text;
    struct str id; /* unique in the body; a slug, so it never holds an underscore */
};

enum link_kind { LINK_DOCUMENT, LINK_IMAGE };

/* A link written to a file of the collection: `../kld/natursats.md#resultater`. */
struct body_link {
    enum link_kind kind;
    struct str path;   /* of the file, from the folder that holds the collection */
    struct str anchor; /* without `#`; may be empty */
    struct span span;
};

/* The place in the HTML where the address of links.items[link] belongs. */
struct hole {
    size_t at;
    size_t link;
};

struct markdown {
    struct str html;
    struct str text; /* what a reader hears, in one line: words apart by one space */
    struct {
        struct heading *items;
        size_t len, cap;
    } headings;
    struct map ids; /* of the headings */
    struct {
        struct body_link *items;
        size_t len, cap;
    } links;
    struct {
        struct hole *items;
        size_t len, cap;
    } holes; /* in the order of `at` */
};

/*
 * Reads `body`, which gate_body() has let through. The HTML is made even when
 * there are findings. Paths of links are resolved from the folder of
 * source->path; they are not looked up. What the body says is put into `prose`
 * (parse/prose.h), unless that is NULL.
 */
void markdown_parse(struct arena *arena, const struct source *source, struct span body,
                    struct markdown *markdown, struct prose *prose, struct diags *diags);

/* Of libcmark, as it says itself. */
const char *markdown_version(void);

/* Whether the body has a heading with this id. */
bool markdown_has_anchor(const struct markdown *markdown, struct str anchor);

/* What stands in a hole: an address that is already escaped for an attribute. */
typedef void markdown_fill(struct buf *out, const struct body_link *link, const void *context);

/* Puts the HTML with its holes filled. */
void markdown_put(struct buf *out, const struct markdown *markdown, markdown_fill *fill,
                  const void *context);

/*
 * The same as a part of a page that has more than this: headings so many levels
 * deeper, but never beyond 6, and the ids of headings with `prefix` before them.
 */
void markdown_put_within(struct buf *out, const struct markdown *markdown, markdown_fill *fill,
                         const void *context, int deeper, struct str prefix);

#endif
