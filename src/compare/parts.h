#ifndef COMPARE_PARTS_H
#define COMPARE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * The parts of a published page, so that two editions of it can be compared by
 * what a reader would call a change.
 *
 * This reads pages that our own themes make, not any HTML: an element with the
 * attribute `data-part` (theme/README.md) is a part up to its end tag, which it
 * must have, and a part within a part is one of its own. Whatever is outside
 * belongs to PART_OTHER, and so does a part of a name that we do not know. Of a
 * page that is not made so the result is unspecified, but time and memory stay
 * linear in its length.
 */
enum part {
    PART_TEXT,  /* what people have written: data-part="text" */
    PART_FACTS, /* fields with their values: "facts" */
    PART_LISTS, /* what is there because of other pages: "lists" */
    PART_HEAD,  /* the title and the description for search engines; repeats what is shown */
    PART_OTHER, /* menu, foot and the like */
    PART_LOOK,  /* the addresses of style and scripts, which have a hash in them */
    PARTS
};

/* A piece of text between two block boundaries; of a description list «term: value». */
struct part_unit {
    enum part part;
    struct str text; /* references resolved, white space collapsed; may not be UTF-8 */
};

struct parts {
    struct str title;       /* of the first <h1>, else <title>; may be empty */
    struct str leads_to;    /* where a refresh leads, as it is written; absent without one */
    struct str seen[PARTS]; /* all that counts in a part: two are alike if their bytes are */
    struct {
        struct part_unit *items; /* of the first three, in their order */
        size_t len, cap;
    } units;
};

void parts_read(struct parts *parts, struct arena *arena, struct str html);

/*
 * The address of an asset with its hash taken out, assets/site.*.css, appended
 * to `out`; false, and the address as it is, when it is no such address.
 */
struct buf;
bool parts_put_asset(struct buf *out, struct str address);

#endif
