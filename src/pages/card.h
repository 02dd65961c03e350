#ifndef PAGES_CARD_H
#define PAGES_CARD_H

#include "pages/view.h"

/*
 * The card of an entry: what a list shows of it, and what it is found by. Pages have it from
 * tongue_card().
 */
struct value *card_make(struct arena *arena, const struct tongue *tongue,
                        const struct entry *entry);

#endif
