#ifndef BASE_HTML_H
#define BASE_HTML_H

#include <stdbool.h>

#include "base/str.h"

struct buf;

/*
 * Reads HTML as tokens: tags and text, one after the other.
 *
 *     struct html_token token = {0};
 *     for (struct str rest = page; html_next(&rest, &token);) …
 *
 * Made for the pages of our own themes: it corrects nothing and never infers an end
 * tag. It skips comments and declarations, and returns what is in <script>, <style>,
 * <textarea> and <title> as one text. It takes any bytes, in time linear in their
 * number.
 */
enum html_kind { HTML_TEXT, HTML_START, HTML_END };

/* The name of an element, in lower case; empty if it is longer than any that we know. */
enum { HTML_NAME_MAX = 16 };
struct html_name {
    char text[HTML_NAME_MAX];
    size_t len;
};

struct html_token {
    enum html_kind kind;
    struct html_name name;  /* of a tag */
    struct str attributes;  /* of a start tag, as they are written */
    bool empty;             /* a start tag that has no end tag: <br>, <path/> */
    struct str text;        /* as it is written, with its references */
    struct html_name after; /* state: the element just opened, if its content is one text */
};

/*
 * Reads the next token off the front of `rest`. Returns false at the end. Pass the
 * same token each time, since it carries state; start with `{0}`.
 */
bool html_next(struct str *rest, struct html_token *token);

/* Compare names; `text` must be in lower case. */
bool html_is(const struct html_name *name, struct str text);
bool html_is_same(const struct html_name *a, const struct html_name *b);

/* Whether an element stands within a line of text: <a>, <strong> … */
bool html_is_inline(const struct html_name *name);

/*
 * Reads the next attribute off the front of `rest`: its value as it is written,
 * without quotes. Returns false at the end.
 */
bool html_next_attribute(struct str *rest, struct str *name, struct str *value);

/*
 * Returns the value of an attribute of a start tag, or the absent str if it has none
 * of this name.
 */
struct str html_attribute(const struct html_token *token, struct str name);

/*
 * Appends an attribute, with a space before it. The value is as it is written, and does not have
 * both kinds of quotes.
 */
void html_put_attribute(struct buf *out, struct str name, struct str value);

/*
 * Appends a text with white space collapsed and the references that our pages use
 * resolved. `gap` carries over from one text to the next whether a space is due
 * before the next character; start with false.
 */
void html_put_text(struct buf *out, struct str text, bool *gap);

#endif
