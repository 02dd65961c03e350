#ifndef SCHEMA_PATTERN_H
#define SCHEMA_PATTERN_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/*
 * Regular expressions by PCRE2, set up to be nearly those of ECMA-262 with the `u` flag,
 * which JSON Schema asks for: \d and \w are ASCII, $ is the very end, \u and
 * \p{Letter} are understood.
 *
 * A compiled pattern lives in the arena, never changes and may be shared by
 * threads. Matching is bounded by a number of steps that grows with the text, counted
 * over all places where a match can begin.
 */
struct pattern;

/* Returns NULL if `text` is not a valid pattern; *fault then says why, in PCRE2's English. */
struct pattern *pattern_compile(struct arena *arena, struct str text, struct str *fault);

/* Looks for the pattern anywhere in the text. TOO_SLOW: given up, it may be there or not. */
enum pattern_answer { PATTERN_DIFFERS, PATTERN_MATCHES, PATTERN_TOO_SLOW };
enum pattern_answer pattern_try(const struct pattern *pattern, struct str text);

/* Returns the version of the PCRE2 that is linked, such as 10.42. */
struct str pattern_version(struct arena *arena);

#endif
