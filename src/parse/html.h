#ifndef PARSE_HTML_H
#define PARSE_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * HTML tags in a body, which never reach a page, and what to write instead of each.
 *
 * To say more about an element: its row in the table of html.c.
 */
struct html_tag {
    struct str name; /* as written, a view into the HTML */
    bool closing;    /* `</b>` */
};

/* Takes the next tag off the front of *rest; false when there are no more. */
bool html_next_tag(struct str *rest, struct html_tag *tag);

/* What to write instead of a tag. */
struct html_help {
    struct str nb, en;
};

struct html_help html_help_for(const struct html_tag *tag);

/*
 * Returns the text as small figures below or above the line, as ₂ for the «2» between
 * `<sub>` and `</sub>`; absent when there is none for a character of it, or for the element.
 */
struct str html_small_figures(struct arena *arena, struct str name, struct str text);

/*
 * The elements that are open. A closing tag belongs to the opening one, which has been told
 * of; one without is a fault of its own.
 */
enum { HTML_OPEN_MAX = 64 };

struct html_open {
    struct str names[HTML_OPEN_MAX];
    size_t counts[HTML_OPEN_MAX];
    size_t len;
};

/*
 * Counts the tags of a piece of HTML. Returns whether it is nothing but the ends of elements
 * that were open, and comments.
 */
bool html_only_ends(struct arena *arena, struct html_open *open, struct str html);

#endif
