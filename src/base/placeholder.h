#ifndef BASE_PLACEHOLDER_H
#define BASE_PLACEHOLDER_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct buf;
struct language;

/*
 * What a writer has still to fill in, in a field or in the body:
 * `[FYLL INN: hva dere gjorde]`. collection/scaffold.h makes them, in the language
 * of what it writes, and the schema reports each that is left, in any language
 * (schema/schema.h).
 */
void placeholder_put(struct buf *out, const struct language *language, struct str question);

/*
 * Finds the next placeholder in *rest, stores it, and moves *rest past it. It ends with
 * its bracket, or with its line. False when there is none.
 */
bool placeholder_next(struct str *rest, struct str *placeholder);

/*
 * Returns what a placeholder asks for, without the marks around it; «…» when it asks for
 * nothing. A long question is cut.
 */
struct str placeholder_question(struct arena *arena, struct str placeholder);

#endif
