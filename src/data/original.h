#ifndef DATA_ORIGINAL_H
#define DATA_ORIGINAL_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * An entry as it is written, for the form in which readers propose a change of it: a script
 * for each entry, which the form loads when it is asked for, also from a disk. There are
 * none in a collection without a form, nor of drafts that are not published.
 *
 *     (self.samling_entries ||= {})["oat-cakes"] = {
 *       "path": "content/recipes/baking/oat-cakes.md",
 *       "comments": false,
 *       "fields": [["title", "Oat cakes", "title: Oat cakes\n"], …],
 *       "body": "\n## Method\n…"
 *     };
 *
 * A field has its name, its value and the lines it is written in, so that what nobody has
 * changed stays as it is to the byte. Comments in the fields are for those who edit the files,
 * and are not published: the lines come without them, and `comments` tells that there were some.
 */

/* The functions of its row in site/families.c. */
void original_add(struct plan *plan);
void original_put(struct buf *out, const struct output *output, const struct plan *plan,
                  struct arena *scratch);

#endif
