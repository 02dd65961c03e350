#ifndef WRITING_PARTS_H
#define WRITING_PARTS_H

#include <stdbool.h>

#include "parse/prose.h"

/*
 * Items of lists and block quotes as parts of a text: what the rules about the signs that make
 * them ask.
 */

/* Returns the text of the first block in a part; "" if it has none. */
struct str part_text(const struct prose *prose, const struct prose_part *part);

/* Returns its sign as it is written. */
struct str part_sign(const struct prose *prose, const struct prose_part *part);

/* Whether the paragraph that a part cuts goes on: no mark ends its last sentence. */
bool part_in_sentence(const struct prose *prose, const struct prose_part *part);

#endif
