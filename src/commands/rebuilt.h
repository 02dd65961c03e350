#ifndef COMMANDS_REBUILT_H
#define COMMANDS_REBUILT_H

#include "publish/built.h"
#include "publish/neighbours.h"
#include "site/inputs.h"
#include "site/site.h"

/*
 * What `build` knows of the build before it, and whether there is anything to do.
 *
 *     struct rebuilt rebuilt;
 *     rebuilt_begin(&rebuilt, &arena, output, asked);
 *     if (rebuilt_told(&rebuilt, &arena, &site).ptr) …    // nothing has changed: say that
 *     rebuilt_look(&rebuilt, &arena, &site);              // before anything is read
 *     … rebuilt.before and rebuilt.now for publish_to_folder() …
 */
struct rebuilt {
    struct str output;
    struct built before, now;
};

/*
 * Reads what is kept beside the folder `output`. `asked` tells the options that the site depends
 * on, in one line.
 */
void rebuilt_begin(struct rebuilt *rebuilt, struct arena *arena, struct str output,
                   struct str asked);

/*
 * Returns what the build before said in the end, in the language of messages, if this one, of a
 * site that has begun (site/site.h), would find nothing to do and say the same; the absent str
 * otherwise.
 */
struct str rebuilt_told(const struct rebuilt *rebuilt, struct arena *arena,
                        const struct site *site);

/* Looks at the inputs of such a site, for the next build. */
void rebuilt_look(struct rebuilt *rebuilt, struct arena *arena, const struct site *site);

/* Keeps what this build says in the end, when it has said nothing else; else nothing is kept. */
void rebuilt_keep_told(struct rebuilt *rebuilt, struct arena *arena, struct str told);

#endif
