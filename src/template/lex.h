#ifndef TEMPLATE_LEX_H
#define TEMPLATE_LEX_H

#include "base/diag.h"
#include "base/source.h"

struct arena;

/*
 * The first of three steps from a template's text to its ops: finds the tags of one
 * file. Delimiters may be changed by a tag, for those that follow.
 *
 * The text between the tags is not kept here; see template/unit.h.
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
    bool bad;            /* after a finding: the name is not a name */

    /* Filled in by template/unit.h. */
    uint32_t from, to; /* the bytes that are not text: the tag, or the line it has alone */
    size_t match;      /* the closing tag of an opening one, and the reverse; else itself */
    size_t outer;      /* the innermost tag that this one stands inside, or NO_TAG */
    struct str indent; /* goes before each line that takes the place of the tag */
    bool alone;        /* nothing else is on the tag's line */
    bool owed;         /* closed by another tag's closing tag; its own may still come */

    /* Used by template/compile.h. */
    bool offered; /* a block that stands in a parent, to override one there */
    bool used;    /* such a block, and the parent has the one that it overrides */
};

struct tags {
    struct tag *items; /* the last one is the TAG_END, which `len` leaves out */
    size_t len, cap;
};

/* Stores the tags of a source. A tag that is not closed is a finding, and is taken for text. */
void lex_tags(struct arena *arena, const struct source *source, struct diags *diags,
              struct tags *tags);

#endif
