#ifndef TEMPLATE_SHAPE_H
#define TEMPLATE_SHAPE_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct map;

/*
 * What a template is given: which names, and of what kind each value is. A template
 * that is compiled with a shape can use no other names (template/template.h).
 *
 * A shape says nothing more than the kind. Every value may be absent, and is then
 * false, an empty list or no text.
 *
 * The parts of a shape that never vary are written in a compact notation:
 *
 *     title body:html draft? site{name lang} cards[title themes[name path]]
 *     years[.] related[@card reason] main{@card}
 *
 *     name          text; also a number or a date
 *     name:html     markup made by this program
 *     name?         true or false
 *     name{ … }     a map with the names inside
 *     name[ … ]     a list of such maps; a list of texts if there is only a full stop inside
 *     @card         all the names of the shape `card`, among others; alone inside
 *                   brackets it is that shape itself
 */
enum shape_kind { SHAPE_TEXT, SHAPE_HTML, SHAPE_TRUTH, SHAPE_LIST, SHAPE_MAP };

struct shape_member {
    struct str name;
    const struct shape *shape;
};

struct shape {
    enum shape_kind kind;
    const struct shape *item; /* of a LIST */
    struct {                  /* of a MAP, in the order put; names are unique */
        struct shape_member *items;
        size_t len, cap;
    } members;
};

/* Return a new shape in the arena. */
struct shape *shape_text(struct arena *arena);
struct shape *shape_html(struct arena *arena);
struct shape *shape_truth(struct arena *arena);
struct shape *shape_list(struct arena *arena, const struct shape *item);
struct shape *shape_map(struct arena *arena);

/* Adds a member to a map; the name is kept as a view. If it is taken, the kind must be the same. */
void shape_put(struct arena *arena, struct shape *map, struct str name, const struct shape *child);

/* Returns the member's shape, or NULL if there is none or `map` is not a map. */
const struct shape *shape_get(const struct shape *map, struct str name);

/*
 * Returns the map that a notation describes; shape_put() may add to it. `named` maps the
 * names after "@" to struct shape, and may be NULL. The notation is part of the program,
 * so a mistake in it ends the program.
 */
struct shape *shape_parse(struct arena *arena, const char *notation, const struct map *named);

#endif
