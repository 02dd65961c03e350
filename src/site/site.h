#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "site/render.h"

/*
 * A site from its files to the point where it can be rendered: what build and
 * check have in common, so that check finds what build would.
 *
 *     struct session session;
 *     session_open(&session, &options);
 *     if (session.whole) …             // nothing but publishing is left to do
 *     session_close(&session);
 */
struct session_options {
    struct str folder; /* holds content/ and theme/ */
    bool content_only; /* stop when the collection is loaded: neither theme nor plan */
    struct load_options load;
    bool indexed; /* make the search index, too; no finding depends on it */
};

struct session {
    struct arena arena;
    struct fs_root root;
    struct collection collection;
    struct theme theme;
    struct plan plan;
    struct renderer renderer;
    struct diags diags; /* sorted */
    bool readable;      /* the schema could be read, so there is a collection */
    bool whole;         /* no finding is an error; never with content_only */
};

void session_open(struct session *session, const struct session_options *options);
void session_close(struct session *session);

/* Milliseconds of a clock that never goes back. */
double session_clock(void);

#endif
