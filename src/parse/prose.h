#ifndef PARSE_PROSE_H
#define PARSE_PROSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/source.h"

struct arena;

/*
 * What a body says, for those who read it as language: its paragraphs and
 * headings as a reader sees them, and its links, each with its place.
 *
 *     struct prose prose;
 *     prose_init(&prose, &scratch, source);
 *     markdown_parse(&arena, source, body, &markdown, &prose, &diags);
 *     … prose.blocks, prose.links …
 *     prose_release(&prose);
 *
 * All of it is one text, in which blocks and links are ranges of bytes. Code is
 * the one word PROSE_CODE, a line end within a paragraph is a space, and what an
 * image shows is not in it. It need not outlive the checks of one document.
 */
#define PROSE_CODE "kode"

enum prose_kind { PROSE_PARAGRAPH, PROSE_HEADING, PROSE_LISTING /* a block of code: no text */ };

/* Bits: how a stretch of text is stressed. */
enum prose_stress { PROSE_EMPHASIS = 1 << 0, PROSE_STRONG = 1 << 1 };

struct prose_block {
    enum prose_kind kind;
    size_t start, end;            /* in the text */
    size_t first_line, last_line; /* in the source, from 1 */
    struct span span;             /* as findings mark it */
    bool quoted;                  /* in a block quote: the words of others */
    bool listed;                  /* in an item of a list */
    bool has_text;                /* not only blanks */
    unsigned stress;              /* set if all the text is emphasised in this way */
    int level;                    /* of a heading */
};

struct prose_link {
    struct str url;    /* as written */
    size_t start, end; /* of what it is called, in the text */
    struct span span;
};

/* A stretch of the text that stands in the source as it does here. */
struct prose_piece {
    uint32_t at, from; /* in the text, in the source */
};

struct prose {
    struct arena *arena;
    const struct source *source;
    struct buf text;
    struct {
        struct prose_block *items;
        size_t len, cap;
    } blocks;
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

/* For whoever walks the body. A block is filled from when it is added until the next one is. */
void prose_add_block(struct prose *prose, struct prose_block block);
void prose_add_text(struct prose *prose, struct str text, size_t from, unsigned stress);
void prose_add_space(struct prose *prose);

/* The link that was added last ends here. */
void prose_end_link(struct prose *prose);

/* From `start` to `end` of the text. */
struct str prose_text(const struct prose *prose, size_t start, size_t end);
struct str prose_block_text(const struct prose *prose, const struct prose_block *block);

/* Where a stretch of the text stands in the source; to the end of the line at most. */
struct span prose_span(const struct prose *prose, size_t start, size_t end);

/* The same for a text that is a view into the prose's. */
struct span prose_span_of(const struct prose *prose, struct str text);

#endif
