#ifndef PARSE_PROSE_H
#define PARSE_PROSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/source.h"

struct arena;

/*
 * The text of a body, for the rules about language (writing/): its paragraphs and
 * headings as a reader sees them, and its links, each with its place.
 *
 * Calling sequence
 * ----------------
 *
 *     struct prose prose;
 *     prose_init(&prose, &scratch, source);
 *     markdown_parse(&arena, &texts, source, body, &markdown, &prose, &diags);
 *     … prose.blocks, prose.links …
 *     prose_release(&prose);
 *
 * There is one text, in which blocks and links are ranges of bytes. The lists and quotes
 * that blocks lie in are known by their signs, the parts. Code is in it as
 * the word PROSE_CODE, a line end within a paragraph as a space, and the alternative
 * text of an image not at all.
 *
 * Ownership
 * ---------
 *
 * The text is the buffer's, all else the arena's. Both may go when the document has
 * been checked.
 */
#define PROSE_CODE "kode"

enum prose_kind {
    PROSE_PARAGRAPH,
    PROSE_TABLE, /* a paragraph that was meant as a table: no sentences */
    PROSE_HEADING,
    PROSE_LISTING, /* a block of code: no text */
};

/* How a stretch of text is emphasised; a set of bits. */
enum prose_stress { PROSE_EMPHASIS = 1 << 0, PROSE_STRONG = 1 << 1 };

struct prose_block {
    enum prose_kind kind;
    size_t start, end;            /* in the text */
    size_t first_line, last_line; /* in the source, from 1 */
    struct span span;             /* what a finding about the block marks */
    bool quoted;                  /* in a block quote: the words of others */
    bool listed;                  /* in a list item */
    bool has_text;                /* there is more than blanks in it */
    unsigned stress;              /* the bits that hold for all of the text */
    int level;                    /* of a heading, else 0 */
    size_t code_lines;            /* of a listing, else 0: how many lines of code it has */
};

/* What a sign at the front of a line makes: an item of a list, or a block quote. */
enum prose_sign { PROSE_BULLET, PROSE_NUMBER, PROSE_QUOTE };

struct prose_part {
    enum prose_sign sign;
    struct span span;  /* of the sign as written: `-`, `15.`, `>` */
    size_t column;     /* of the sign, in bytes from 0 */
    size_t list;       /* items of one list have the same, from 0; a quote has none */
    size_t after_list; /* the list that ends right before this one begins, or SIZE_MAX */
    size_t items;      /* how many are in the list */
    size_t number;     /* that the page shows before it, if it shows one */
    size_t block;      /* the number of the first block in it, or of the next one */
    bool tight;        /* no empty lines part the items of its list */
    bool first;        /* of its list; a quote is */
    bool empty;        /* there is nothing in it */
    bool leads;        /* its sign stands right after that of another part, on its line */
    bool cuts;         /* it stands right under a paragraph, and not within an item */
};

struct prose_link {
    struct str url;              /* as written */
    size_t start, end;           /* of the link's own text, in the text */
    size_t code_start, code_end; /* of the code in it, in `code` of the prose */
    struct span span;
};

/*
 * A stretch of the text that stands byte for byte in the source, too, or one character that
 * is written there as an escape: `\*`, `&amp;`.
 */
struct prose_piece {
    uint32_t at;   /* where it starts in the text */
    uint32_t from; /* where it starts in the source */
    bool escaped;
};

struct prose {
    struct arena *arena;
    const struct source *source;
    struct buf text;
    struct buf code; /* what stands in links as code, one after the other */
    struct {
        struct prose_block *items;
        size_t len, cap;
    } blocks;
    struct {
        struct prose_part *items;
        size_t len, cap;
    } parts; /* in the order of their signs */
    struct {
        struct prose_link *items;
        size_t len, cap;
    } links;
    struct {
        struct prose_piece *items;
        size_t len, cap;
    } pieces;
};

void prose_init(struct prose *prose, struct arena *arena, const struct source *source);
void prose_release(struct prose *prose);

/*
 * For markdown_tell*.c: add a block, and text, code and spaces to the block that was added last.
 * Before the first block the latter do nothing. `written` is where the text stands in the source.
 */
void prose_add_block(struct prose *prose, struct prose_block block);
void prose_add_text(struct prose *prose, struct str text, struct span written, unsigned stress);
void prose_add_code(struct prose *prose, struct span written, unsigned stress);
void prose_add_space(struct prose *prose);

/* Begins a link at the end of the text so far, adds code to it, and ends it. */
void prose_begin_link(struct prose *prose, struct str url, struct span span);
void prose_add_link_code(struct prose *prose, struct str code);
void prose_end_link(struct prose *prose);

/* Return a range of the text, and the text of a block. */
struct str prose_text(const struct prose *prose, size_t start, size_t end);
struct str prose_block_text(const struct prose *prose, const struct prose_block *block);

/*
 * Returns a line of a source without what stands before its text, white space and the signs of
 * quotes, and without the white space at its end.
 */
struct str prose_line(const struct source *source, size_t number);

/*
 * Whether the byte of the text is part of a character that is written as an escape, and so
 * is no sign of Markdown's.
 */
bool prose_is_escaped(const struct prose *prose, size_t at);

/* Returns where a byte of the text stands in the source. */
size_t prose_origin(const struct prose *prose, size_t at);

/* Whether nothing but blanks and signs of quotes stands before that on its line. */
bool prose_begins_line(const struct prose *prose, size_t at);

/* Returns where a range of the text stands in the source, cut at the end of its first line. */
struct span prose_span(const struct prose *prose, size_t start, size_t end);

/* The same for a text that is a view into the prose's. */
struct span prose_span_of(const struct prose *prose, struct str text);

#endif
