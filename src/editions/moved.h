#ifndef EDITIONS_MOVED_H
#define EDITIONS_MOVED_H

#include "base/buf.h"
#include "base/html.h"
#include "plan/plan.h"

/*
 * Markup of a page where it stands in another file, beside that of other pages: its ids are its
 * own there, links lead to where their pages stand in that file, and pictures are in it.
 *
 *     recipes/baking/bun.html           id="recipes/baking/bun"
 *     recipes/baking/bun.html#method    id="recipes/baking/bun:method"
 *
 * A page that is not in the file is linked to on the site, if the settings say where that is; else
 * the link leads nowhere, and has no href. What needs a server or a file beside it is left out:
 * where a form is sent, other sizes of a picture.
 *
 * The markup is that of templates and of texts that have passed the checks, so every tag is read
 * with its attributes (base/html.h), and what each attribute means stands in one table, moved.c.
 */
struct edition_maker;

struct moved_pages {
    const struct edition_maker *maker;
    const bool *held;                /* by the number of an output: its page is in the file */
    const struct output *unprefixed; /* the page whose ids stay, since scripts know them */
};

/* A page that is moved. */
struct moved {
    const struct moved_pages *pages;
    const struct output *output;
    struct str name;       /* begins its ids: moved_name(), or "" */
    struct arena *scratch; /* emptied by the caller */
    bool *shown;           /* by the number of an output: stored, that it is a picture which the
                            * page shows as MOVED_PICTURE; the style must give it. NULL: none is */
};

/*
 * What a picture without words has, since it is shown on many pages: its number. The style sheet
 * says once what each shows, by moved_put_picture().
 */
#define MOVED_PICTURE "data-picture"

/* Returns the name of a page in the file, which is the id of the element that holds it. */
struct str moved_name(const struct output *output);

/* Appends that element, with what the page has in its <main>. */
void moved_put_page(struct buf *out, const struct moved *moved, struct str page);

/* Whether a tag or text does not stay as it is on the page. */
bool moved_changes(const struct html_token *token);

/* Appends a start tag that does not. */
void moved_put_tag(struct buf *out, const struct moved *moved, const struct html_token *token);

/* Appends the bytes of an output as an address that holds them (RFC 2397). */
void moved_put_data(struct buf *out, const struct edition_maker *maker, const struct output *output,
                    struct arena *scratch);

/* Appends the rule of CSS for a picture that is shown so, by the number of its output. */
void moved_put_picture(struct buf *out, const struct edition_maker *maker, size_t number,
                       struct arena *scratch);

#endif
