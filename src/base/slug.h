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
#define SLUG_PATTERN "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$" /* for a schema, but for the length */

/*
 * The slug of a text: folded (base/norwegian.h), every run of other characters
 * one hyphen, none at the ends; if it is longer than SLUG_MAX, cut at the last
 * hyphen before that, or inside the word when there is none. May be empty.
 */
struct str slug_make(struct arena *arena, struct str text);

/* Whether a text is a slug as it stands. */
bool slug_is(struct str text);

/* Whether Windows keeps a name for itself, whatever its ending: con, aux, lpt1 … */
bool slug_is_reserved(struct str name);

/* Those names. */
enum { SLUG_RESERVED = 22 };
extern const struct str slug_reserved[SLUG_RESERVED];

#endif
