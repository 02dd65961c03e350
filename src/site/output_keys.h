#ifndef SITE_OUTPUT_KEYS_H
#define SITE_OUTPUT_KEYS_H

#include "base/hash.h"
#include "site/inputs.h"
#include "site/site.h"

/*
 * The key of an output: the hash of all that it is made from. Two builds by the same program, asked
 * the same way, make the same bytes of outputs with the same path and key.
 *
 *     output_keys_make(&keys, &arena, &site, &inputs);
 *     struct hash key = output_key(&keys, output);     // on any thread
 *
 * All outputs are made from the files of the collection but for the texts of its documents, from
 * the theme, and from the list of pages. Of the texts, those of some families (`own_text` in
 * plan/family.h) from one or a few, all others from all. So a change to a text makes few outputs
 * anew, and a change to a title all of them.
 */
struct output_keys {
    const struct plan *plan;
    const bool
        *own_text; /* by the family's place in the table: so it is as the theme is written, too */
    bool known;    /* false: an input was young, and no output has a key */
    struct hash common; /* of what all are made from */
    struct hash texts;  /* the same, and of all texts */
};

void output_keys_make(struct output_keys *keys, struct arena *arena, const struct site *site,
                      const struct fs_list *inputs);

/*
 * The same for a site that stays in memory, of which nothing but texts changes: then what else
 * outputs are made from need not be looked at. `reading` is another number for another one.
 */
void output_keys_keep(struct output_keys *keys, struct arena *arena, const struct site *site,
                      uint64_t reading);

/* Returns the key, all zero if it has none. */
struct hash output_key(const struct output_keys *keys, const struct output *output);

#endif
