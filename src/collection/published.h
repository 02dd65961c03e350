#ifndef COLLECTION_PUBLISHED_H
#define COLLECTION_PUBLISHED_H

#include "base/diag.h"
#include "base/fs.h"

struct arena;

/*
 * The list of published paths, which is kept in the collection: what was once
 * an address of the site stays one (plan/lasting.h).
 *
 *     # what the list is for
 *
 *     # a comment
 *     tema/styring.html
 *
 * One path a line, in any order. Without the file nothing is asked. The program
 * writes it when it is told to, and people when they settle a conflict, so what
 * is no path is a finding. A line that begins with # is a comment on the path
 * below it, but those at the top are the head of the list: down to the last empty
 * line above the first path; else to the end of the program's own words; else all
 * of them. Other empty lines count for nothing.
 */
enum {
    PUBLISHED_MAX = 16 * 1024 * 1024, /* bytes of the list */
    PUBLISHED_PATH_MAX = 1024,        /* and of a line in it */
};

struct published_path {
    struct str path;
    struct span span;
    struct str above; /* the lines between the path before and this one, as they are */
};

struct published {
    struct source source;
    bool there;
    struct published_path *items;
    size_t len, cap;
    struct str below; /* the lines after the last path */
};

void published_read(struct published *published, struct arena *arena, const struct fs_root *root,
                    struct str path, struct diags *diags);

/* The part of it that follows when `source` has been read. */
void published_parse(struct published *published, struct arena *arena, struct diags *diags);

/*
 * Returns the text of the list with more paths on it: sorted, each once. No path
 * and no comment that is on it is ever left out; a comment stays with its path,
 * and the head on top, which is the program's own where there is none. What is
 * returned once is returned again when it is read. The list must have been read
 * without findings.
 */
struct str published_list(const struct published *published, struct arena *arena,
                          const struct str *more, size_t count);

/*
 * Whether a text can be the path of a page that unzips the same everywhere:
 * folders that are slugs, then a slug and `.html`; nothing that Windows
 * reserves or that meets SHA256SUMS when case is ignored; at most
 * PUBLISHED_PAGE_MAX bytes.
 */
enum { PUBLISHED_PAGE_MAX = 200 };
bool published_is_page(struct str path);

#endif
