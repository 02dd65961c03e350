#ifndef BASE_SLUG_H
#define BASE_SLUG_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/*
 * Slugs: texts of [a-z0-9-] that name files, folders and anchors, and are the
 * same in every address, file system and language.
 */
enum { SLUG_MAX = 64 };                                /* bytes */
#define SLUG_PATTERN "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" /* in a schema; any length */

/*
 * Returns the slug of a text. The text is folded (base/norwegian.h), every run of
 * other characters becomes one hyphen, and hyphens at the ends are dropped. A slug
 * longer than SLUG_MAX is cut at the last hyphen before that, or inside the word if
 * there is none. May be empty.
 */
struct str slug_make(struct arena *arena, struct str text);

/* True if the text is a slug already. */
bool slug_is(struct str text);

/* True if Windows reserves the name, whatever its ending: con, aux, lpt1 … */
bool slug_is_reserved(struct str name);

/* Those names. */
enum { SLUG_RESERVED = 22 };
extern const struct str slug_reserved[SLUG_RESERVED];

#endif
