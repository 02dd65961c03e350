#ifndef PAGES_FEED_LINKS_H
#define PAGES_FEED_LINKS_H

#include "pages/page_maker.h"

/*
 * What pages say of the feeds (data/feed.h). A page that has one calls page_feed() in its `make`:
 * the front page, the list of all and the page of what is new, with NULL, for that of the whole
 * site; the page of a term with the term.
 */

/* What a feed is called, in the site's language: as the window of its page is. */
struct str feed_title(struct arena *arena, const struct collection *collection,
                      const struct term *term);

/* Puts `feed`, the way to it, if there is one. Its shape is among what all pages share. */
void page_feed(struct page_maker *maker, const struct term *term);

#endif
