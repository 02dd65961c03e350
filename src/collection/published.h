#ifndef COLLECTION_PUBLISHED_H
#define COLLECTION_PUBLISHED_H

#include "base/diag.h"
#include "base/fs.h"

struct arena;

/*
 * The list of published paths, which is kept in the collection: what was once
 * an address of the site stays one (plan/lasting.h).
 *
 *     # a comment
 *     tema/styring.html
 *
 * One path a line, in any order; empty lines count for nothing. Without the
 * file nothing is asked. The program writes it when it is told to, and people
 * when they settle a conflict, so what is no path is a finding.
 */
enum {
    PUBLISHED_MAX = 16 * 1024 * 1024, /* bytes of the list */
    PUBLISHED_PATH_MAX = 1024,        /* and of a line in it */
};

struct published_path {
    struct str path;
    struct span span;
};

struct published {
    struct source source;
    bool there;
    struct published_path *items;
    size_t len, cap;
};

void published_read(struct published *published, struct arena *arena, const struct fs_root *root,
                    struct str path, struct diags *diags);

/*
 * Whether a text can be the path of a page that unzips the same everywhere:
 * folders that are slugs, then a slug and `.html`; nothing that Windows
 * reserves or that meets SHA256SUMS when case is ignored; at most
 * PUBLISHED_PAGE_MAX bytes.
 */
enum { PUBLISHED_PAGE_MAX = 200 };
bool published_is_page(struct str path);

#endif
