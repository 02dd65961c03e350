#ifndef PARSE_MARKDOWN_H
#define PARSE_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/source.h"
#include "parse/rules.h"

struct arena;
struct buf;
struct prose;

/*
 * A Markdown body as HTML, with its headings and its links into the
 * collection. The files markdown*.c are the only users of libcmark (CommonMark 0.30).
 *
 * Safety has three layers: cmark runs in its safe mode, raw HTML is a finding, and
 * the address of every link and image must be on a list of what is allowed
 * (base/address.h), for cmark has only a list of what is forbidden.
 *
 * Calling sequence
 * ----------------
 *
 *     if (gate_body(source, body, &diags))
 *         markdown_parse(&arena, &texts, source, body, &markdown, &prose, &diags);
 *     ...
 *     markdown_put(&out, &markdown, fill, context);    // once for each page that shows it
 *
 * The body is parsed once, but its links are relative, and so depend on the page that
 * shows it; and of the files that it shows and links to nothing is known yet. The HTML
 * therefore has holes, and markdown_put() asks `fill` for what belongs in each.
 *
 * Errors
 * ------
 *
 * All faults are findings; HTML is made in any case. cmark aborts when it runs out of
 * memory.
 *
 * Ownership
 * ---------
 *
 * A struct markdown lies in the arena, but its `text` in that for texts, which may be the same or
 * go earlier. cmark's tree does not outlive markdown_parse().
 */
struct heading {
    int level; /* 2 … 6 */
    struct str text;
    struct str id; /* unique in the body; a slug, so there is no underscore in it */
};

/*
 * A link leads to a text or to some other file, of a kind that is known (base/file_type.h)
 * but perhaps not one that is published; an image shows a file, of which the same is true.
 */
enum link_kind { LINK_DOCUMENT, LINK_FILE, LINK_IMAGE };

/* A link written to a file of the collection: `../folder/file.md#results`. */
struct body_link {
    enum link_kind kind;
    struct str path;   /* of the file; from the folder that holds the collection */
    struct str anchor; /* without `#`; may be empty */
    struct span span;
    struct str url;  /* as it is written, if it is no link to a document */
    bool tells_type; /* beside the link to a file the writer tells what kind it is: «(PDF» */
};

/* What is missing at a place in the HTML. */
enum hole_kind {
    HOLE_ADDRESS, /* of a link or an image */
    HOLE_SIZE,    /* of an image: ` width="…" height="…"`, or nothing */
    HOLE_TYPE,    /* of a file, after the text of the link: ` (PDF, 1,2 MB)`, or nothing */
};

/* A link or image that names no file, but may be meant as one: `/folder/file.md`, `a\b.png`. */
struct stray_link {
    struct str written;
    struct str path; /* the address without what is surely wrong */
    enum parse_rule rule;
    bool image;
    struct span span;
};

struct hole {
    uint32_t at;   /* the offset where it belongs */
    uint32_t link; /* the index in `links` */
    enum hole_kind kind;
};

/* A line of the text of a body that is a heading: its bytes, without the line end. */
struct heading_line {
    uint32_t start, end;
};

/* What the text says below one heading, without what lies in further sections. */
struct text_section {
    struct str heading; /* its line; of what stands before the first one, empty */
    uint32_t sum;       /* a number made of what is said (hash_number()) */
};

struct markdown {
    struct str html;
    struct str text; /* all that is shown or read out: each block a line, with single spaces */
    size_t text_len; /* also when the text has gone */
    struct {
        struct heading_line *items;
        uint32_t len, cap;
    } heading_lines; /* from first to last; none is empty */
    struct {
        struct text_section *items;
        uint32_t len, cap;
    } sections; /* the same, and what stands before the first heading, if anything does */
    struct {
        struct heading *items;
        uint32_t len, cap;
    } headings;
    const struct heading **by_id; /* the headings in the order of their ids, by bytes */
    struct {
        struct body_link *items;
        uint32_t len, cap;
    } links;
    struct {
        struct stray_link *items;
        uint32_t len, cap;
    } strays;
    struct {
        struct hole *items;
        uint32_t len, cap;
    } holes; /* in the order of `at` */
};

/*
 * Parses `body`, which gate_body() has accepted. Paths of links are resolved from the
 * folder of source->path, but nothing is looked up. Unless `prose` is NULL the text of
 * the body is added to it (parse/prose.h).
 */
void markdown_parse(struct arena *arena, struct arena *texts, const struct source *source,
                    struct span body, struct markdown *markdown, struct prose *prose,
                    struct diags *diags);

/* Returns the version of libcmark, as the library tells it. */
const char *markdown_version(void);

/* True if the body has a heading with this id. */
bool markdown_has_anchor(const struct markdown *markdown, struct str anchor);

/* Appends what is missing for a link, escaped for HTML. */
typedef void markdown_fill(struct buf *out, const struct body_link *link, enum hole_kind kind,
                           const void *context);

/* Appends the HTML with its holes filled. */
void markdown_put(struct buf *out, const struct markdown *markdown, markdown_fill *fill,
                  const void *context);

/*
 * The same as one part of a larger page: headings go `deeper` levels down, but never
 * below 6, and their ids begin with `prefix`.
 */
void markdown_put_within(struct buf *out, const struct markdown *markdown, markdown_fill *fill,
                         const void *context, int deeper, struct str prefix);

#endif
