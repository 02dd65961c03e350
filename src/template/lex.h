#ifndef TEMPLATE_LEX_H
#define TEMPLATE_LEX_H

#include "base/diag.h"
#include "base/source.h"

struct arena;

/*
 * The first of three steps from a template's text to its ops: finds the tags
 * of one file, under the delimiters that are in force at each place.
 *
 * Everything between two tags is text and is not kept; see template/unit.h.
 */
enum tag_kind {
    TAG_END,        /* one past the last: the end of the text */
    TAG_VALUE,      /* {{name}} */
    TAG_RAW,        /* {{{name}}} and {{&name}} */
    TAG_SECTION,    /* {{#name}} */
    TAG_INVERTED,   /* {{^name}} */
    TAG_CLOSE,      /* {{/name}} */
    TAG_PARTIAL,    /* {{>name}} */
    TAG_PARENT,     /* {{<name}} */
    TAG_BLOCK,      /* {{$name}} */
    TAG_COMMENT,    /* {{! … }} */
    TAG_DELIMITERS, /* {{=<% %>=}} */
};

struct tag {
    enum tag_kind kind;
    uint32_t start, end; /* the bytes of the tag itself */
    struct str name;     /* a view of the source, without spaces around it */
    bool bad;            /* the name is no name, and that has been said */

    /* Filled in by template/unit.h. */
    uint32_t from, to; /* the bytes that are not text: the tag, and its line if it has one alone */
    size_t match;      /* an opening tag's closing tag and the other way round; else itself */
    size_t outer;      /* the tag this one stands inside, or NO_TAG */
    struct str indent; /* what to put before each line that comes in instead of the tag */
    bool alone;        /* nothing else is on the tag's line */
    bool owed;         /* closed by another's closing tag; its own may still come */

    /* Used by template/compile.h. */
    bool offered; /* a block that overrides one of a parent … */
    bool used;    /* … and the parent has that one */
};

struct tags {
    struct tag *items; /* the last one is the TAG_END, which `len` leaves out */
    size_t len, cap;
};

void lex_tags(struct arena *arena, const struct source *source, struct diags *diags,
              struct tags *tags);

#endif
