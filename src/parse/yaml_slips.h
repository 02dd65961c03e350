#ifndef PARSE_YAML_SLIPS_H
#define PARSE_YAML_SLIPS_H

#include "base/source.h"
#include "parse/yaml_problems.h"

struct arena;

/*
 * Slips: what people write that YAML cannot read, and what they meant.
 *
 * libyaml notices most slips late, on another line and under another name: after
 * `title:Lefse` it misses a colon on the next line. So its error is only the occasion.
 * The lines up to it are looked at one by one; a line that has a slip is mended, and the
 * text is read again with the mended line in it. The slip is told of if libyaml then comes
 * further; a line that only looks wrong, such as one in a long text, is passed over. What is
 * suggested has therefore always been read.
 *
 * To add a slip: a function in the table of yaml_slips.c, its words there, a row in
 * test_slips() of tests/unit/test_yaml.c.
 */
struct slip {
    const struct problem_words *words; /* NULL: libyaml's problem says it well enough */
    struct span span;
    struct str mended; /* the line as it was meant; "" if it cannot be shown on one line */
};

/* Returns the number of the line (from 1) at which a text cannot be read on, or SIZE_MAX. */
typedef size_t slip_reader(struct str text);

/*
 * Finds the first slip in the lines of `part` that explains why `read` comes no further than
 * it does. False if there is none.
 */
bool slip_find(struct arena *arena, const struct source *source, struct span part,
               slip_reader *read, struct slip *slip);

/*
 * Finds out whether a text in quotation marks, which YAML can read, has swallowed the fields
 * below it: its closing mark was forgotten, and the next one on the page ended it.
 */
bool slip_swallowed(struct arena *arena, struct span span, struct slip *slip);

/*
 * The same for an unquoted text or a key that begins with a hard blank, or with a hyphen and
 * one: to people it is indentation or an item, to YAML a part of the text.
 */
bool slip_hard_blank(struct arena *arena, struct span span, struct slip *slip);

/*
 * Returns the line whose value begins at this offset with the value in quotation marks; "" if
 * no value of a line begins there.
 */
struct str slip_quoted_line(struct arena *arena, const struct source *source, size_t at);

#endif
