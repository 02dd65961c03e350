#ifndef PLAN_FAMILY_H
#define PLAN_FAMILY_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct buf;
struct output;
struct page_maker;
struct plan;

/*
 * A kind of output, all of it. The one table of them is site/families.c; every
 * output points into it, so that plan/ and pages/ need not name any.
 *
 * Calling sequence, for each family:
 *
 *     add      once, while the plan is made: plan_add() for each output
 *     shape    once, when its template is compiled
 *     make     for each output with a template, on any thread; or
 *     put      for each output without one, on any thread
 *     title    whenever a page links to one of its outputs by its name
 *
 * To add a kind of output:
 *  1. one file in pages/, data/ or search/ with the functions below, declared
 *     in pages/pages.h, data/data.h or search/search.h;
 *  2. its row in site/families.c;
 *  3. for a page: theme/templates/NAME.mustache, and its names in theme/README.md;
 *  4. a case under tests/site/ that has one.
 */
struct family {
    const char *name;     /* in messages and tests */
    const char *template; /* theme/templates/NAME.mustache; NULL: it has none */

    /* Whether others may link to it, so that its address must stay: pages and data, but not
     * what pages load. */
    bool lasting;

    /* 0: made from the collection and the theme; 1: from the outputs of wave 0, and so added
     * when all of those are in the plan. */
    int wave;

    /* Adds the outputs of this family with plan_add(). */
    void (*add)(struct plan *plan);

    /* What its template may name, in the notation of template/shape.h. */
    const char *shape;

    /* Makes the values of a page (pages/maker.h); set where there is a template. */
    void (*make)(struct page_maker *maker);

    /* Appends the bytes of an output; set where there is no template. `scratch` may be reset
     * when they have been used. */
    void (*put)(struct buf *out, const struct output *output, const struct plan *plan,
                struct arena *scratch);

    /* Returns what an output is called, in the language of the page that is being made. NULL
     * where pages do not link to any. */
    struct str (*title)(const struct page_maker *maker, const struct output *output);
};

#endif
