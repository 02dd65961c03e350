#ifndef PAGES_NEWEST_H
#define PAGES_NEWEST_H

#include <stddef.h>

#include "collection/collection.h"

enum { NEWEST_MAX = 3 };

/*
 * Fills in the entries with the latest dates, the latest first, and those of the same date in the
 * collection's order. Returns how many: none when all dates are the same, for then nothing is new.
 */
size_t newest_entries(const struct entry *newest[NEWEST_MAX], const struct collection *collection);

#endif
