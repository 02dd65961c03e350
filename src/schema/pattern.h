#ifndef SCHEMA_PATTERN_H
#define SCHEMA_PATTERN_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/*
 * Regular expressions, on PCRE2 and nearly as ECMA-262 has them with its `u`
 * flag, which is what JSON Schema asks for: \d and \w are ASCII, $ is the very
 * end, \u and \p{Letter} are understood.
 *
 * A compiled pattern lives in the arena, never changes and may be shared by
 * threads. Matching is bounded: a text of more than 8 KiB, or one that a pattern
 * runs wild on, counts as not matching.
 */
struct pattern;

/* NULL when `text` is no pattern; *fault then says why, in PCRE2's English. */
struct pattern *pattern_compile(struct arena *arena, struct str text, struct str *fault);

/* Whether the pattern is found anywhere in the text. */
bool pattern_matches(const struct pattern *pattern, struct str text);

/* Of PCRE2, as it says itself: without the date, which it gives, too. */
struct str pattern_version(struct arena *arena);

#endif
