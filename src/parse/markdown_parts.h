#ifndef PARSE_MARKDOWN_PARTS_H
#define PARSE_MARKDOWN_PARTS_H

#include <cmark.h>

#include "base/buf.h"
#include "base/map.h"
#include "parse/html.h"
#include "parse/markdown.h"

/*
 * What the files markdown*.c share; only they include this, and cmark.
 *
 * cmark's tree is walked once, and each step is given to the jobs in this order:
 *
 *     markdown_place_step()   knows where the step is in the source
 *     markdown_tell_step()    gathers the text, for the search and for the rules
 *     markdown_comment_step() finds notes that would be shown
 *     markdown_visit_step()   finds faults, headings and links; changes the tree
 *
 * A job keeps its own state, and asks only the first one for its.
 *
 * As in cmark a step enters a node or leaves it. A leaf (text, code, line break, HTML,
 * code block, thematic break) is entered and never left. What the jobs do:
 *
 *     job     node                   on ENTER                  on EXIT
 *     place   block                  becomes the current one
 *             quote, list item       counts as open            counts no more
 *     tell    block                  begins; in the text, on a line of its own
 *             heading                                       its line is recorded
 *             list                   begins                    ends
 *             quote, list item       its sign is added
 *             leaf                   its text is added
 *             link                   begins                    ends
 *             emphasis, link, image  counts as open            counts no more
 *     comment text, HTML, code       is searched for notes
 *             link, image            its title is, too
 *     visit   heading, link, image   its place is stacked      is checked, recorded
 *                                                              and changed
 *             HTML                   is told of, taken out
 */
struct markdown_step {
    cmark_node *node;
    cmark_node_type type;
    bool enters; /* false: leaves */
};

/* ---- markdown_place.c ---- */

struct markdown_place {
    const struct source *source;
    struct span body;
    size_t first_line;    /* of the body, in the source */
    size_t second;        /* the line where fields begin once more, or 0 (parse/fences.h) */
    cmark_node *block;    /* the last block that was entered */
    size_t quotes, items; /* how many quotes and list items are open */
    size_t shifted_line;  /* the line of `block` whose shift is kept, or 0 */
    size_t shift;         /* of that line: see find_shift() */
    size_t definitions;   /* lines at the front of `block` that cmark took out of it */
};

void markdown_place_init(struct markdown_place *place, const struct source *source,
                         struct span body);
void markdown_place_step(struct markdown_place *place, const struct markdown_step *step);

/* Returns the place of the node of the last step, which must have entered it. */
struct span markdown_span(struct markdown_place *place, cmark_node *node);

/* Returns the number in the source of a line that cmark counts from the start of the body. */
size_t markdown_line(const struct markdown_place *place, int line);

/* ---- markdown_tell.c ---- */

/* A list that has been entered and not left. */
struct markdown_list {
    size_t number; /* of the list, from 0 */
    size_t after;  /* the list that ends right before it, or SIZE_MAX */
    size_t items;
    size_t next; /* the number that the page shows before its next item */
    bool ordered, tight;
};

struct markdown_teller {
    struct arena *arena, *scratch; /* the latter for lists in `markdown` */
    struct markdown_place *place;
    struct markdown *markdown;
    struct buf text;                        /* will be markdown->text; the caller releases it */
    uint32_t heading;                       /* where in it the heading begins that is open */
    struct prose *prose;                    /* may be NULL */
    size_t strong, emphasis, links, images; /* how many of each are open */
    size_t list_count;                      /* so far */
    size_t list_left;                       /* the number of the list that was left last */
    struct {
        struct markdown_list *items;
        size_t len, cap;
    } lists; /* that are open, in the prose's arena */
};

void markdown_tell_step(struct markdown_teller *teller, const struct markdown_step *step);

/* ---- markdown_comment.c ---- */

struct markdown_commenter {
    struct markdown_place *place;
    struct diags *diags;
    bool seen;           /* a comment has been found, and will be left out */
    size_t open;         /* how many notes have been told that were not closed since */
    cmark_node *told_in; /* the block of the last of them */
    bool in_percents;    /* a line of %% has come, and none to end it */
};

void markdown_comment_step(struct markdown_commenter *commenter, const struct markdown_step *step);

/* ---- markdown_tell_parts.c: for markdown_tell.c, when there is a prose ---- */

void markdown_enter_list(struct markdown_teller *teller, cmark_node *node);
void markdown_leave_list(struct markdown_teller *teller);
void markdown_tell_item(struct markdown_teller *teller, cmark_node *node);
void markdown_tell_quote(struct markdown_teller *teller, cmark_node *node);

/* ---- markdown_visit.c ---- */

/* A heading, link or image that has been entered and not left. */
struct markdown_open {
    struct span span;
    size_t texts; /* the visitor's count when it was entered */
};

struct markdown_visitor {
    struct arena *arena;
    struct arena *scratch; /* for `open`, `ids`, lists in `markdown`, and what cmark copies */
    struct markdown_place *place;
    struct markdown *markdown;
    struct diags *diags;
    int level;          /* of the last heading; at first 1, the title of the page */
    size_t texts;       /* how many texts so far were not blank */
    bool in_heading;    /* a heading is open */
    struct buf heading; /* its text so far */
    struct map ids;     /* of all headings */
    struct html_open open_html;
    struct {
        struct markdown_open *items;
        size_t len, cap;
    } open;
};

void markdown_visit_step(struct markdown_visitor *visitor, const struct markdown_step *step);

/* ---- markdown_put.c ---- */

/*
 * What marks a hole in cmark's HTML, followed by the number of the link: an address, or the
 * value in a tag of our own, `<type="samling:7">`, at the end of the text of a link to a file.
 * Content cannot have it: its scheme is not allowed, and no text can forge a whole
 * ` href="samling:` or `<type="samling:`, since cmark writes `"` and `<` in text as &quot;
 * and &lt;.
 */
#define MARKDOWN_MARK "samling:"
#define MARKDOWN_TAG  "<type"

/* Stores cmark's HTML without the marks, and in the scratch arena the holes where they were. */
void markdown_cut_holes(struct arena *arena, struct arena *scratch, struct str html,
                        struct markdown *markdown);

#endif
