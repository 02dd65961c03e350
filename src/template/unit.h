#ifndef TEMPLATE_UNIT_H
#define TEMPLATE_UNIT_H

#include "template/lex.h"

/*
 * The second step: one template file with its tags matched and its lines
 * settled, ready to be compiled in any context.
 *
 * A tag that has a line to itself takes the whole line away with it, as the
 * specification has it: its `from` and `to` then reach from the start of the
 * line to the start of the next. A partial's, a parent's and a block's `indent`
 * is what the specification calls indentation. The text of the unit is what
 * lies between the `to` of one tag and the `from` of the next.
 *
 * A file with errors also becomes a unit, mended as well as can be, so that
 * the names in it are checked in the same run.
 */

/* How far sections, blocks and templates may be nested, by the text alone. */
enum { TEMPLATE_DEPTH_MAX = 200 };

#define NO_TAG SIZE_MAX

struct unit {
    struct str name;
    const struct source *source;
    struct tags tags;
};

void unit_init(struct unit *unit, struct arena *arena, struct str name, const struct source *source,
               struct diags *diags);

/* The span of a tag's name, or of a part of it; the span of the whole tag. */
struct span unit_span(const struct unit *unit, struct str part);
struct span unit_tag_span(const struct unit *unit, const struct tag *tag);
/* The tag as it is written. */
struct str unit_tag_text(const struct unit *unit, const struct tag *tag);

#endif
