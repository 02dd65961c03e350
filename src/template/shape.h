#ifndef TEMPLATE_SHAPE_H
#define TEMPLATE_SHAPE_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct map;

/*
 * What a template is given: which names, and what each of them is. A template
 * that is compiled with a shape can use nothing else (template/template.h).
 *
 * A shape promises no more than kind: every value may be absent, and is then
 * false, an empty list or no text.
 *
 * The parts that never vary are written in a compact notation:
 *
 *     title body:html stimulab? site{name lang} cards[title themes[name path]]
 *     years[.] related[@card reason] main{@card}
 *
 *     name          text; also a number or a date
 *     name:html     markup made by this program
 *     name?         true or false
 *     name{ … }     a map of what stands inside
 *     name[ … ]     a list of such maps; with only a full stop, of texts
 *     @card         all that the shape named `card` has, among other names;
 *                   alone inside brackets, that shape itself
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

/* Makers. A name is kept as a view. */
struct shape *shape_text(struct arena *arena);
struct shape *shape_html(struct arena *arena);
struct shape *shape_truth(struct arena *arena);
struct shape *shape_list(struct arena *arena, const struct shape *item);
struct shape *shape_map(struct arena *arena);

/* Adds a member to a map. A name that is taken must be given the same kind of shape again. */
void shape_put(struct arena *arena, struct shape *map, struct str name, const struct shape *child);

/* The member's shape, or NULL; also NULL when `map` is NULL or no map. */
const struct shape *shape_get(const struct shape *map, struct str name);

/*
 * The map that a notation describes, open to further shape_put(). `named` maps
 * the names after "@" to struct shape and may be NULL. The notation is written
 * by us, so a mistake in it ends the program.
 */
struct shape *shape_parse(struct arena *arena, const char *notation, const struct map *named);

#endif
