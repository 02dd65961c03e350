#ifndef TEMPLATE_UNIT_H
#define TEMPLATE_UNIT_H

#include "template/lex.h"

/*
 * The second of three steps: one template file with opening and closing tags matched,
 * and with the bytes that belong to each tag. It is the same in every context.
 *
 * A tag that stands alone on its line takes the whole line with it («standalone tags»
 * in the specification): its `from` and `to` then reach from the start of the line to
 * the start of the next. A partial's, a parent's and a block's `indent` is what the
 * specification calls indentation. The text of the unit is what lies between the
 * `to` of one tag and the `from` of the next.
 *
 * A file with errors becomes a unit, too, mended as well as possible, so that the
 * names in it are checked in the same run.
 */

/* How deep sections, blocks and included templates may be nested. */
enum { TEMPLATE_DEPTH_MAX = 200 };

#define NO_TAG SIZE_MAX

struct unit {
    struct str name;
    const struct source *source;
    struct tags tags;
};

/* Makes a unit of a source, in the arena. */
void unit_init(struct unit *unit, struct arena *arena, struct str name, const struct source *source,
               struct diags *diags);

/* Return the span of a part of the source, such as a tag's name, and of a whole tag. */
struct span unit_span(const struct unit *unit, struct str part);
struct span unit_tag_span(const struct unit *unit, const struct tag *tag);

/* Returns the tag as it is written. */
struct str unit_tag_text(const struct unit *unit, const struct tag *tag);

#endif
