#ifndef PARSE_MARKDOWN_PARTS_H
#define PARSE_MARKDOWN_PARTS_H

#include "parse/markdown.h"

/*
 * What the files markdown*.c share and nobody else includes.
 */

/*
 * An address that content cannot have, since its scheme is not on the list:
 * it marks the places of the holes in cmark's HTML. No text can forge a whole
 * ` href="samling:`, for a quotation mark in text comes out as &quot;.
 */
#define MARKDOWN_MARK "samling:"

/* Keeps cmark's HTML without the marks, and where they were. */
void markdown_cut_holes(struct arena *arena, struct str html, struct markdown *markdown);

/* Adds to the text of a body; white space, and the end of a block, is one space. */
void markdown_put_words(struct buf *text, struct str more);

/* A slug of the heading; later ones of the same name get -2, -3 … */
struct str markdown_unique_id(struct arena *arena, struct markdown *markdown, struct str text);

/* Whether these lines of a paragraph were meant as a table. */
bool markdown_is_table(const struct source *source, size_t first, size_t last);

#endif
