#ifndef PAGES_NEWS_H
#define PAGES_NEWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct entry;
struct plan;
struct told_item;
struct view;

/*
 * What is new, and what has changed, told to people: for the page of news and the feeds.
 *
 * An item is about one entry and one day. An entry that is on the site has one that says when it
 * came (plan/identity.h); one for each day on which it was changed, as the collection has noted
 * (collection/told.h); and one without a date, if it says other things than in the edition before
 * (collection/edition.h) and nobody has been told. A build that writes the list of published paths
 * gives what waits for a date the day.
 */
enum news_kind { NEWS_NEW, NEWS_CHANGED, NEWS_GONE };

struct news_item {
    enum news_kind kind;
    bool fresh;                /* found by this build: not noted in the collection yet */
    struct str date;           /* may be a month or a year; absent: it waits, or nobody says */
    const struct entry *entry; /* NULL: it is gone */
    struct str title;
    struct str was;   /* the path that it is noted under, of what is gone or has moved, too */
    struct str path;  /* of its page; of what took over from one that is gone, or absent */
    struct str words; /* sentences in the site's language; of CHANGED only */
};

struct news_list {
    const struct news_item **items;
    size_t len, cap;
};

struct news {
    struct news_list all;       /* the newest first, those without a date before them */
    struct news_list *of_entry; /* by the entry's number, in the same order */
};

/* Makes it, in the words of the site's own tongue. It points into what the view does. */
struct news *news_make(struct arena *arena, const struct view *view);

/* Return what the collection is to note of it: the fresh items, and what every entry says now. */
struct told_item *news_fresh(struct arena *arena, const struct news *news, size_t *count);
struct str news_edition(struct arena *arena, const struct plan *plan);

#endif
