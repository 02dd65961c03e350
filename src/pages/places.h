#ifndef PAGES_PLACES_H
#define PAGES_PLACES_H

#include "base/map.h"
#include "base/str.h"

struct collection;

/*
 * Where things are in another form of the site, one without its pages: an e-book has some of them
 * as chapters, and the rest is read on the site, if its address is known.
 *
 *     places_init(&places, &arena, &collection);
 *     places_add(&places, STR("tema/piloter.html"), STR("tema.piloter.xhtml"));
 *     // read-only from here on
 *     … places_of(&places, &scratch, path) …
 *
 * The paths and addresses must live as long as the places.
 */
struct places {
    const struct collection *collection;
    struct map there;
};

void places_init(struct places *places, struct arena *arena, const struct collection *collection);

/* Says which address the output at a path of the site has in the other form. */
void places_add(struct places *places, struct str path, struct str address);

/*
 * Returns the address of what is at that path of the site, which may be absent: the one in the
 * other form, else the full one on the site, else the absent str.
 */
struct str places_of(const struct places *places, struct arena *arena, struct str path);

#endif
