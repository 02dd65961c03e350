#ifndef PARSE_COMMENT_H
#define PARSE_COMMENT_H

#include <stddef.h>

#include "base/str.h"

/*
 * Notes to other writers, `<!-- … -->`, and what people write as one. Markdown takes fewer
 * of them for comments than browsers do, and front matter takes none, so that the words of
 * a note would be shown to all readers. Here is what such notes look like.
 *
 *     struct comment_reader reader = comment_reader_of(text);
 *     for (struct comment_mark mark; (mark = comment_next(&reader)).kind;)
 *
 * A text is read once, from front to end, whatever stands in it.
 */
enum comment_kind {
    COMMENT_NONE,
    COMMENT_OPENS,   /* <!--, also with blanks in it, or with dashes that a program made of -- */
    COMMENT_CLOSES,  /* -->, likewise */
    COMMENT_HTML,    /* <!DOCTYPE, <![CDATA[, <?php: hidden from readers by browsers, too */
    COMMENT_FOREIGN, /* what opens a note in another program: {{!, {#, %%, [//]: # */
};

struct comment_mark {
    enum comment_kind kind;
    struct str text; /* a view into the text that is read */
};

enum { COMMENT_PAIRS = 9 };

struct comment_reader {
    struct str text;
    size_t at;
    size_t read;                /* the end of the mark that was read last */
    size_t last[COMMENT_PAIRS]; /* where each closing mark stands last: see is_closed() */
};

struct comment_reader comment_reader_of(struct str text);

/* Returns the next mark; of kind COMMENT_NONE when there are no more. */
struct comment_mark comment_next(struct comment_reader *reader);

/*
 * Returns the length of what begins a line as a note of other programs does, `[//]: #` and
 * the like, or 0. As a link reference definition it is hidden; wherever Markdown does not
 * take it for one it is text.
 */
size_t comment_definition(struct str line);

/* What a piece of HTML is, as Markdown found it. */
enum comment_shape {
    COMMENT_IS_NONE,  /* something else */
    COMMENT_IS_WHOLE, /* one comment, or several with nothing but blanks between */
    COMMENT_IS_OPEN,  /* it does not end */
    COMMENT_IS_MIXED, /* text comes after it, which Markdown takes for HTML: *at */
    COMMENT_IS_TWICE, /* another begins in it, so that it ends too early: *at */
    COMMENT_IS_SHORT, /* <!--> and <!--->, which end where they begin */
};

/* Stores in *at where in `html` the fault is. */
enum comment_shape comment_shape(struct str html, size_t *at);

#endif
