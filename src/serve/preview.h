#ifndef SERVE_PREVIEW_H
#define SERVE_PREVIEW_H

#include "serve/rendered.h"
#include "serve/seen.h"
#include "site/site.h"

/*
 * A site in memory that follows its files. Its pages are made when they are asked for, by the same
 * stages as those of a build, and have the same bytes.
 *
 * Calling sequence
 * ----------------
 *
 *     preview_open(&preview, &options);          // as site_open(): shuts the program in
 *     for (;;) {
 *         … something has changed:
 *         if (preview_look(&preview)) …          // preview.changed, preview.now->diags
 *         … a page is asked for:
 *         if (preview_find(&preview, path, &page)) … page.bytes …
 *         … nothing has happened for a while:
 *         preview_settle(&preview);
 *     }
 *     preview_close(&preview);
 *
 * What is read again
 * ------------------
 *
 * Which files have changed is told by their stamps (serve/seen.h). Of documents only those are read
 * again (collection/store.h); settings, schema and theme are read each time, and what documents say
 * together is put together again.
 *
 * Where all that has changed is the words of a few texts, these are put in their places at once,
 * and the pages that are made of nothing but them are right (own_text in plan/family.h). The rest
 * is `owed`: it is done when somebody asks for a page that needs it, or by preview_settle().
 * Likewise the search index is made when somebody asks for a part of it, or for what has it in it;
 * a small one with the page that names it.
 *
 * What is shown when something is wrong
 * -------------------------------------
 *
 * `now` is the site as its files are; its findings are what the writer is told. `shown` is what is
 * served. They are the same when `now` is whole. If it is not, documents with errors are shown as
 * they were when they had none, and those that never were so are left out; if that does not make a
 * whole site, the one before goes on being shown. NULL: there has been none yet.
 */
struct preview {
    struct site place; /* begun, and not read: where the files lie */
    struct site_options how;
    struct site *now, *shown;
    struct arena news; /* of the news of the site that is shown, if a text has changed since */
    struct seen seen;
    struct rendered rendered;
    bool owed;
    enum theme_changed theme_changed; /* since `now` was read */
    bool indexed;                     /* the site that is shown is */
    unsigned long edition;            /* grows by one with every change */
    struct seen_changes changed; /* the files that the last change was of, until the next look */
};

/* What a path stands for, until the preview is used again. */
struct preview_page {
    struct str bytes;
    const struct output *output;
};

void preview_open(struct preview *preview, const struct site_options *options);
void preview_close(struct preview *preview);

/* Looks at the files. True if one has changed: then all that is told or shown may be another. */
bool preview_look(struct preview *preview);

/* Does what is owed. True if that has changed what there is to tell. */
bool preview_settle(struct preview *preview);

/*
 * Reads the site once more as its files are, with advice and what was due before `today`, for who
 * looks after the collection; the caller closes it.
 */
void preview_read_advised(const struct preview *preview, struct site *site, struct date today);

/* Stores the page at a path from the site's root. False: the site has none. */
bool preview_find(struct preview *preview, struct str path, struct preview_page *page);

/* Stores the page that stands in the place of any that there is not. False: there is none. */
bool preview_find_missing(struct preview *preview, struct preview_page *page);

#endif
