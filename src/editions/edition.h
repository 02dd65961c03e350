#ifndef EDITIONS_EDITION_H
#define EDITIONS_EDITION_H

#include "base/buf.h"
#include "base/fs_pieces.h"
#include "pages/view.h"
#include "plan/downloads.h"

struct diags;

/* What is there when an edition is made, and need not be made again. */
struct edition_store {
    const void *self;

    /* Appends the bytes of an output of the plan, if they are there. May be called on any thread.
     */
    bool (*put)(const void *self, const struct output *output, struct buf *out);

    /* Whether an output of the plan has the bytes that it had in the build before. On any thread.
     */
    bool (*is_as_before)(const void *self, const struct output *output);

    /* Whether it is made of the same as then: so is whatever else is made of that. */
    bool (*is_made_as_before)(const void *self, const struct output *output);

    /* Opens the edition as the build before has left it, if nobody has touched it since. It is the
     * caller's to close, before the last part is put. */
    bool (*open_before)(const void *self, const struct output *edition, struct fs_pieces *file);
};

/*
 * An edition while it is made: the collection in another form than the site, in one file that is
 * made of other outputs. It is put part by part, as large outputs are; what is remembered from part
 * to part is in `state`, in memory of `arena`.
 *
 * What it is made of can be rendered again, as it stands in a copy that somebody has taken along
 * (`copy` in pages/view.h), and need not be where the site's own bytes are stored. So an edition
 * says what the site says, in the words of the same templates; it looks nowhere else. If its family
 * has a template, it may have outputs of that family rendered, too, which stand in no plan:
 * chapters of a book.
 *
 * To add one: plan/downloads.h.
 */
struct edition_maker {
    const struct output *output; /* of the edition */
    const struct view *view;     /* of the copy */
    size_t threads;
    struct arena *arena; /* lives until the edition has ended */
    void *state;
    const struct edition_store *store; /* NULL: nothing is stored */

    /* Appends a part of an output as render_part() does (site/render.h), on any thread. */
    bool (*render)(const void *renderer, const struct output *output, size_t part,
                   struct arena *scratch, struct buf *out);
    const void *renderer;
};

/*
 * What a kind of edition does, in the order of these functions.
 *
 * Whoever makes the site shows each output to the editions when it has been made, while its bytes
 * are at hand: then they need not be made again, nor held, and all threads are at work for all
 * editions. But what an edition has not been shown it has rendered when it needs it; so a preview,
 * which makes one edition and nothing else, only begins it, puts it and ends it.
 */
struct edition_kind {
    /* Makes the state. */
    void (*begin)(struct edition_maker *maker);

    /* Takes what it needs of an output for which edition_has_as_it_is() is true. On any thread, and
     * `worker` is the thread's number, as in base/workers.h. NULL: it takes nothing. */
    void (*take)(struct edition_maker *maker, const struct output *output, struct str bytes,
                 size_t worker);

    /* Whether part n is made of stretch n of the outputs, which are EDITION_STRETCH, and may be put
     * as soon as these have been shown: no more than they is then held, however many there are. */
    bool in_step;

    /* Tells what hinders the edition, when nothing else hinders the site, and returns whether
     * nothing does: for one that is not made of every collection. NULL: it is. */
    bool (*check)(struct edition_maker *maker, struct diags *diags);

    /* Returns how many jobs there are to do before a part can be put, which are independent as
     * those of base/workers.h, and does one, on any thread. To be called once for each part, from 0
     * on, when the one before has been put. */
    size_t (*jobs)(struct edition_maker *maker, size_t part);
    void (*job)(struct edition_maker *maker, size_t index, size_t worker);

    /* Appends the part, and returns whether there is one more. */
    bool (*put)(struct edition_maker *maker, struct buf *out, size_t part);

    /* Releases what is not in memory of the arena; also of one that has not been put. */
    void (*end)(struct edition_maker *maker);
};

enum { EDITION_STRETCH = 512 };

/* Few outputs are larger, and memory that they needed is not kept for others. */
enum { EDITION_HELD = 1 << 20 };

/* Appends an output as a whole. What it needs in `scratch` stays there. */
void edition_render(const struct edition_maker *maker, const struct output *output,
                    struct arena *scratch, struct buf *out);

/* Whether an output is in editions that hold the site: all are but the editions. */
static inline bool edition_holds(const struct output *output)
{
    return !output->family->edition;
}

/* Whether it has the bytes there that it has on the site: a page that tells of editions has not. */
static inline bool edition_has_as_it_is(const struct output *output)
{
    return edition_holds(output) && !output->family->after_editions;
}

#endif
