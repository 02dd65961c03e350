#ifndef COMPARE_PARTS_H
#define COMPARE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * The parts of a published page, so that two editions of it can be compared by what a
 * reader would call a change.
 *
 * Made for the pages of our own themes, not for any HTML. An element with the
 * attribute `data-part` (theme/README.md) is a part, up to its end tag, which it must
 * have. A part within a part is one of its own, but not within "copy", a part of LISTS that has
 * another page whole. What is outside all parts belongs to
 * PART_OTHER, and so does a part with a name that we do not know. For any other page
 * the result is unspecified, but time and memory stay linear in its length.
 *
 * To add a part
 * -------------
 *
 * A name in enum part, its row in part_named() of parts.c, what page.c calls it, and
 * the attribute in the theme.
 */
enum part {
    PART_TEXT,  /* what people have written: data-part="text" */
    PART_FACTS, /* fields with their values: "facts" */
    PART_LISTS, /* what follows from other pages: "lists" */
    PART_NEWS,  /* what readers are told of changes: "news" */
    PART_HEAD,  /* title and description for search engines, which repeat the text */
    PART_OTHER, /* menu, foot and the like */
    PART_LOOK,  /* the addresses of style and scripts, which have a hash in them */
    PARTS
};

/* A piece of text between two block boundaries; in a description list, «term: value». */
struct part_unit {
    enum part part;
    struct str text; /* references resolved, white space collapsed; may not be UTF-8 */
};

struct parts {
    struct str title;       /* of the first <h1>, else <title>; may be empty */
    struct str leads_to;    /* the address of a <meta> refresh, as it is written; or absent */
    bool continues;         /* there is a link to the page before it: rel="prev" */
    struct str seen[PARTS]; /* all that counts in a part: equal bytes mean no change */
    struct {
        struct part_unit *items; /* of TEXT, FACTS, LISTS and NEWS, in the page's order */
        size_t len, cap;
    } units;
};

/* Reads a page. The parts live in `arena`, and do not point into `html`. */
void parts_read(struct parts *parts, struct arena *arena, struct str html);

/*
 * Appends the address of an asset, or of a file of the search index, with its hash taken
 * out: assets/site.*.css, sok/w12-*.js. If it is no such address, appends it as it is and
 * returns false.
 */
struct buf;
bool parts_put_asset(struct buf *out, struct str address);

#endif
