#ifndef WRITING_BLANKS_H
#define WRITING_BLANKS_H

#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * Hard blanks: U+00A0 and the others that look like a space and are none to Markdown. They
 * are right within a sentence, where a line should not break; programs for writing put
 * them elsewhere, too.
 */

/* Returns how many bytes of blanks a text begins with, if a hard one is among them; else 0. */
size_t blanks_hard(struct str text);

/* Returns the name of the first hard blank in a text, as «U+00A0»; "" if there is none. */
struct str blanks_name(struct arena *arena, struct str text);

/* What a finding adds about the hard blank that a text begins with; "" if it begins with none. */
struct blanks_words {
    struct str nb, en;
};
struct blanks_words blanks_words(struct arena *arena, struct str text);

#endif
