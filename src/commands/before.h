#ifndef COMMANDS_BEFORE_H
#define COMMANDS_BEFORE_H

#include "collection/published.h"

/*
 * What was published before a change, for `check --base`: what a proposal must not take
 * away. The path is one of
 *
 *     a folder with content/, as it was: its list of addresses (collection/published.h), and
 *                                 the pages in its public/, as far as they are there
 *     a folder that was published to: its pages
 *     a file alone: such a list, or SHA256SUMS of such a folder
 *
 * Of a published folder only the pages count, by its SHA256SUMS: other files in it need not
 * be there for ever.
 */

/*
 * Reads it; paths that come from a list have spans. What is none of these, or cannot be
 * read as one, ends the program: nobody may believe that nothing was taken away.
 */
void before_read(struct published *before, struct arena *arena, struct str path);

#endif
