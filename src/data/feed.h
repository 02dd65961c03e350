#ifndef DATA_FEED_H
#define DATA_FEED_H

#include "pages/view.h"

/*
 * What is new, for programs that follow a site and tell their reader: the same items as Atom 1.0
 * (RFC 4287, atom.c) and as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/, json_feed.c).
 *
 * There is a feed of the whole site, feed.xml and feed.json, and one of each term of the folders
 * and of the main facet, beside its page. All addresses in a feed are full, so there is none
 * unless the site has a known one, nor while nothing has a date.
 *
 * A feed has the FEED_ITEMS_MAX newest items of pages/news.h that have a date: what is new, what
 * was changed and what is gone. What is gone has no terms any more, so only that of the whole has
 * it.
 *
 *  - The id of what is new is that of the entry (plan_id_address()), and stays when it moves. Of a
 *    change it is the same with the day behind `#`; of what is gone, its last address, likewise.
 *  - A month or a year has the time at which it begins.
 *  - The text is the summary as the page has it; before it, of the others, what happened.
 *
 * A feed has FEED_BYTES_MAX bytes at the most, in either form: an item that would make it longer
 * is left out, and no text is cut. So is one for which the theme has no words, since it must not
 * look as if it were new.
 */
enum { FEED_ITEMS_MAX = 50, FEED_BYTES_MAX = 500 * 1000 };

#define FEED_ATOM ".xml"
#define FEED_JSON ".json"

struct feed_item {
    struct str id, address; /* full */
    struct str title, text;
    struct str language; /* of both */
    struct str time;
    const struct term_refs *topics; /* of the main facet; NULL: none */
};

struct feed {
    struct str address;        /* its own */
    struct str page;           /* the address of the page whose feed it is */
    struct str title, summary; /* or absent, like the rest of these: */
    struct str language;
    struct str updated; /* the time of its newest item */
    struct str author;
    struct str rights, rights_address;
    struct str icon, large_icon;
    struct str topics_page; /* the address of the page that lists the main facet's terms */
    struct feed_item items[FEED_ITEMS_MAX]; /* the newest first */
    size_t len;
};

/* Adds the feeds of one form, by its ending. In wave 1: it asks which pages there are. */
void feed_add(struct plan *plan, struct str ending);

/* Makes what a feed says, in the arena. */
void feed_make(struct feed *feed, const struct output *output, const struct view *view,
               struct arena *arena);

/* The functions of their rows in site/families.c. */
void atom_add(struct plan *plan);
void atom_put(struct buf *out, const struct output *output, const struct view *view,
              struct arena *scratch);
void json_feed_add(struct plan *plan);
void json_feed_put(struct buf *out, const struct output *output, const struct view *view,
                   struct arena *scratch);

#endif
