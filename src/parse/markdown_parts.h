#ifndef PARSE_MARKDOWN_PARTS_H
#define PARSE_MARKDOWN_PARTS_H

#include <cmark.h>

#include "base/buf.h"
#include "parse/markdown.h"

/*
 * What the files markdown*.c share; they alone include this, and cmark.
 *
 * cmark's tree is walked once, and each step is shown to the jobs in this order:
 *
 *     markdown_place_step()   where the step is in the source
 *     markdown_tell_step()    what the body says: for the search, for the rules
 *     markdown_visit_step()   what must be found in it; what is changed in the tree
 *
 * A job keeps its own state and asks no other but the first.
 */
struct markdown_step {
    cmark_node *node;
    cmark_node_type type;
    bool enters; /* else leaves; a leaf of the tree is only entered */
};

/* ---- markdown_place.c ---- */

struct markdown_place {
    const struct source *source;
    struct span body;
    size_t first_line;    /* of the body, in the source */
    cmark_node *block;    /* the one last entered */
    size_t quotes, items; /* how many quotes and items of lists are open */
    size_t shifted_line;  /* the line of `block` whose shift is known; 0: none */
    size_t shift;         /* of that line, in bytes */
};

void markdown_place_init(struct markdown_place *place, const struct source *source,
                         struct span body);
void markdown_place_step(struct markdown_place *place, const struct markdown_step *step);

/* The place of the node of the last step, which must be entered. */
struct span markdown_span(struct markdown_place *place, cmark_node *node);

/* The number in the source of a line as cmark counts it. */
size_t markdown_line(const struct markdown_place *place, int line);

/* ---- markdown_tell.c ---- */

struct markdown_teller {
    struct markdown_place *place;
    struct buf text;                 /* of the body, for markdown->text; the caller's to release */
    struct prose *prose;             /* may be NULL */
    size_t strong, emphasis, images; /* how many are open */
};

void markdown_tell_step(struct markdown_teller *teller, const struct markdown_step *step);

/* ---- markdown_visit.c ---- */

/* A heading, link or image that is entered and not left. */
struct markdown_open {
    struct span span;
    size_t texts; /* the visitor's, when it was entered */
};

struct markdown_visitor {
    struct arena *arena;
    struct arena *scratch; /* for `open`; the caller's, and may go with the visitor */
    struct markdown_place *place;
    struct markdown *markdown;
    struct diags *diags;
    int level;    /* of the heading before, at first 1: the title of the page */
    size_t texts; /* that are not blank, as far as the walk has come */
    bool in_heading;
    struct buf heading; /* its text so far, as a reader hears it */
    struct {
        struct markdown_open *items;
        size_t len, cap;
    } open;
};

void markdown_visit_step(struct markdown_visitor *visitor, const struct markdown_step *step);

/* ---- markdown_put.c ---- */

/*
 * An address that content cannot have, since its scheme is not on the list:
 * it marks the places of the holes in cmark's HTML. No text can forge a whole
 * ` href="samling:`, for a quotation mark in text comes out as &quot;.
 */
#define MARKDOWN_MARK "samling:"

/* Stores cmark's HTML without the marks, and where they were. */
void markdown_cut_holes(struct arena *arena, struct str html, struct markdown *markdown);

#endif
