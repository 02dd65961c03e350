#ifndef PAGES_NEWS_H
#define PAGES_NEWS_H

#include "base/str.h"

struct arena;
struct entry;
struct tongue;
struct plan;

/*
 * What is new, and what has changed, told to people: for the page of news and the feeds.
 *
 * An item is about one entry and one day. An entry that is on the site has one that says when it
 * came, and one for each day on which it was changed.
 */
enum news_kind { NEWS_NEW, NEWS_CHANGED, NEWS_GONE };

struct news_item {
    enum news_kind kind;
    struct str date; /* may be a month or a year; absent: it has none yet, or nobody says */
    const struct entry *entry; /* NULL: it is gone */
    struct str title;
    struct str path;  /* of its page; of what took over from one that is gone, or absent */
    struct str was;   /* the path that it had, of NEWS_GONE */
    struct str words; /* sentences in the site's language; of NEWS_NEW absent */
};

struct news_list {
    const struct news_item **items;
    size_t len, cap;
};

struct news {
    struct news_list all;       /* the newest first, those without a date before them */
    struct news_list *of_entry; /* by the entry's number, in the same order */
};

/* Makes it, in the words of the site's own tongue. It points into the plan and the tongue. */
struct news *news_make(struct arena *arena, const struct plan *plan, const struct tongue *tongue);

#endif
