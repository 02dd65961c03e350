#ifndef SERVE_SEEN_H
#define SERVE_SEEN_H

#include "base/arena.h"
#include "site/inputs.h"
#include "site/site.h"

/*
 * The files of a site as they were when they were looked at last, and which of them have changed
 * since: are new, gone, or other than their stamps say.
 *
 *     seen_init(&seen);
 *     seen_look(&seen, &site, &changes);         // the first time: all of them
 *     … changes.items[0].path …                  // until the next look
 *     seen_release(&seen);
 */
struct seen {
    struct arena arenas[2]; /* of this look and of the one before, in turn */
    size_t turn;
    struct fs_list files; /* sorted by path within content and theme (site/inputs.h) */
};

struct seen_change {
    struct str path;
    struct fs_stamp stamp; /* all zero: it is gone, or young */
    bool there, was_there;
};

struct seen_changes {
    struct seen_change *items;
    size_t len, cap;
};

void seen_init(struct seen *seen);
void seen_release(struct seen *seen);

/* Looks at the files of a site that has begun. A file that was young counts as changed. */
void seen_look(struct seen *seen, const struct site *site, struct seen_changes *changes);

#endif
