#ifndef COMPARE_HTML_H
#define COMPARE_HTML_H

#include <stdbool.h>

#include "base/str.h"

struct buf;

/*
 * Tags and text of HTML, one after the other.
 *
 *     struct html_token token = {0};
 *     for (struct str rest = page; html_next(&rest, &token);) …
 *
 * For the pages that our own themes make: nothing is corrected, and end tags
 * are never inferred. Comments and declarations are passed over; what stands in
 * <script>, <style>, <textarea> and <title> is one text. Any bytes will do, and
 * all of a page takes time in proportion to its length.
 */
enum html_kind { HTML_TEXT, HTML_START, HTML_END };

/* Of an element or attribute in lower case; a longer one is none that we know. */
enum { HTML_NAME_MAX = 16 };
struct html_name {
    char text[HTML_NAME_MAX];
    size_t len;
};

struct html_token {
    enum html_kind kind;
    struct html_name name;  /* of a tag */
    struct str attributes;  /* of a start tag, as they are written */
    bool empty;             /* has no end tag: <br>, <path/> */
    struct str text;        /* as it is written, with its references */
    struct html_name after; /* of the start tag before, when its content is one text */
};

/* Pass the same token again: it carries state. Start with `{0}`. */
bool html_next(struct str *rest, struct html_token *token);

bool html_is(const struct html_name *name, struct str text);
bool html_is_same(const struct html_name *a, const struct html_name *b);

/* Whether an element stands within a line of text: <a>, <strong> … */
bool html_is_inline(const struct html_name *name);

/* Takes the next attribute off the front; the value as it is written, without its quotes. */
bool html_next_attribute(struct str *rest, struct str *name, struct str *value);

/* Of a start tag; the absent str when it has none of this name. */
struct str html_attribute(const struct html_token *token, struct str name);

/*
 * Text with its white space collapsed and the references that our pages use
 * resolved. `gap` is whether white space is due before the next character.
 */
void html_put_text(struct buf *out, struct str text, bool *gap);

#endif
