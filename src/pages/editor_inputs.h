#ifndef PAGES_EDITOR_INPUTS_H
#define PAGES_EDITOR_INPUTS_H

#include "base/date.h"
#include "base/diag.h"
#include "collection/collection.h"
#include "plan/plan.h"

struct buf;
struct news;

/* What the editor's page is made from (pages/editor.h). */
struct editor_inputs {
    const struct collection *collection;
    const struct plan *plan;   /* NULL: there was nothing to make one of */
    const struct news *news;   /* of a site that is whole (pages/view.h); NULL: nobody knows */
    const struct diags *diags; /* sorted; with advice, for texts that are nearly the same */
    struct date today;         /* year 0: nobody knows */
    bool in_preview;           /* the site is shown, from `/` on, by the server that shows this */

    /* Appends the address that opens a file of the collection in the writer's editor, at a line, if
     * that is not 0. NULL: files are named, and open nothing. */
    void (*put_link)(void *context, struct buf *out, struct str path, size_t line);
    void *context;
};

#endif
