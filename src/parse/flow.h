#ifndef PARSE_FLOW_H
#define PARSE_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "parse/yaml_problems.h"

struct arena;

/*
 * Lists and maps in brackets, and texts in quotation marks, on one line: whether they are
 * well formed, and how they were meant if not.
 */

/* Returns the offset after the mark that closes the quotation mark at `at`, or SIZE_MAX. */
size_t flow_quote_end(struct str text, size_t at);

/* Words for what follows a closing mark and only looks like a space. */
#define FLOW_HARD_BLANK \
    "etter verdien står et hardt mellomrom", "after the value is a no-break space"
#define FLOW_DELETE "slett det", "delete it"

struct flow_fault {
    const struct problem_words *words; /* NULL: libyaml's own problem says it */
    size_t at;
    struct str mended; /* the whole value */
};

/* Finds the first fault of a value that begins with a bracket. False if it has none. */
bool flow_look(struct arena *arena, struct str value, struct flow_fault *fault);

#endif
