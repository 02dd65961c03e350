#ifndef PAGES_HISTORY_H
#define PAGES_HISTORY_H

#include "pages/page_maker.h"

/*
 * Puts `history`: what has happened with an entry, the newest first: the dated lines that its
 * writer has given it, and what readers have been told of its changes (pages/news.h), unless that
 * was in the writer's words. What waits for a date is left out, and so is that it came.
 */
void history_put(struct page_maker *maker, const struct entry *entry);

/* A fragment of pages/shapes.h: a line of it. */
extern const char history_shape[];

#endif
