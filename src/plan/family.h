#ifndef PLAN_FAMILY_H
#define PLAN_FAMILY_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct buf;
struct edition_kind;
struct output;
struct page_maker;
struct plan;
struct view;

/*
 * Everything about one kind of output. The one table of kinds is
 * site/families.c; every output points into it, so plan/ and pages/ need not
 * name any.
 *
 * Calling sequence
 * ----------------
 *
 * For each family:
 *
 *     add      once, while the plan is made: plan_add() for each output
 *     shape    once, when its template is compiled
 *     make     for each output with a template, on any thread; or
 *     put      for each output without one, on any thread; or
 *     put_seen the same, for one that says what pages say; or
 *     put_part the same, part by part
 *     title    whenever a page links to one of its outputs by its name
 *
 * To add a kind of output
 * -----------------------
 *
 *  1. its address: plan/paths.h. If a collection chooses whether to have it: a name under
 *     x-entries (collection/marks.h, marks.c, own_schemas.c; content/schema.yaml);
 *  2. one file in pages/, data/ or search/ with what the row below needs; pages are declared
 *     in pages/pages.h, others in a header of their own, such as data/schema_json.h;
 *  3. its row in site/families.c, before those whose addresses people choose;
 *  4. for a page: NAME.mustache in theme/templates/ and tests/check/_base/theme/templates/,
 *     its title in pages/words.h and in every file of theme/strings/ (and of those under tests/),
 *     its names in theme/README.md, and what links to it;
 *  5. tests/pages/full must have one, for test_pages; and a case under tests/site/, most
 *     easily by a script `make` that changes the schema;
 *  6. `make format accept`, then `samling build --accept-paths` if its address lasts.
 */
struct family {
    const char *name;     /* in messages and tests */
    const char *template; /* theme/templates/NAME.mustache; NULL: it has none. A theme may lack
                           * it as long as no collection asks for such a page. */

    /* Whether others may link to its outputs, so that their addresses must stay: true of pages
     * and data, false of what pages load. */
    bool lasting;

    /* Whether its outputs have no text of a document, what stands below the front matter, but that
     * of their own one and of the entries in `texts` (struct output): so other texts may change,
     * and they need not be made anew (site/output_keys.h). */
    bool own_text;

    /* Whether its pages say again what other pages do, which search engines should keep instead. */
    bool repeats;

    /* Whether a server shows it in the place of any page, so that its own path says nothing. */
    bool anywhere;

    /* 0: made from the collection and the theme. 1: made from the outputs of wave 0, and added
     * when all of those are in the plan. 2: the same of waves 0 and 1. */
    int wave;

    /* Adds the outputs of this family with plan_add(). */
    void (*add)(struct plan *plan);

    /* What its template may name, in the notation of template/shape.h. */
    const char *shape;

    /* Whether that is all its template may name: it is given nothing of what all pages share. */
    bool bare;

    /* Makes the values of a page (pages/page_maker.h). Set if and only if there is a template. */
    void (*make)(struct page_maker *maker);

    /* Appends what is published of what its template made, where that is a part of the list of all
     * entries, which a script puts in there: links in it are as on that page. NULL: it is a page.
     */
    void (*wrap)(struct buf *out, const struct output *output, const struct plan *plan,
                 struct str made);

    /* Appends the bytes of an output. The caller may reset `scratch` when it returns. */
    void (*put)(struct buf *out, const struct output *output, const struct plan *plan,
                struct arena *scratch);

    /* The same of the values that pages share (pages/view.h): names, dates and words in the
     * language of the output. */
    void (*put_seen)(struct buf *out, const struct output *output, const struct view *view,
                     struct arena *scratch);

    /* The same a part at a time, for an output that grows with the collection: appends that part,
     * from 0 on, and returns whether there is one more. The output is never held whole: a part is
     * written before the next one is asked for, and `out` and `scratch` are then empty again. One
     * of these is set if there is no template. */
    bool (*put_part)(struct buf *out, const struct output *output, const struct view *view,
                     struct arena *scratch, size_t part);

    /* The same of an edition, which is made of other outputs (editions/edition.h). It may have a
     * template, too: for parts of it that it has rendered, as outputs of its own family. */
    const struct edition_kind *edition;

    /* Whether it is of the pages that the edition in one file has: those to read and to find them
     * by. The template of that edition makes the page that they stand in (editions/one_file.h). */
    bool in_one_file;

    /* Whether it says how large the editions are, and so is made after them. */
    bool after_editions;

    /* Returns what an output is called, in the language of the page that links to it. NULL if
     * no page links to outputs of this family. */
    struct str (*title)(const struct page_maker *maker, const struct output *output);
};

#endif
