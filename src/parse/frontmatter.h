#ifndef PARSE_FRONTMATTER_H
#define PARSE_FRONTMATTER_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/source.h"

struct arena;
struct value;

/*
 * A Markdown file with front matter: the fields between a first line `---` and
 * the next line `---`, and the body after it. No other fence opens front
 * matter, and nothing may follow the three hyphens but blanks.
 */
struct frontmatter {
    struct value *fields; /* a map; NULL when the YAML could not be read */
    struct span body;
};

/*
 * Finds the front matter and parses its YAML. False when there is none. A fence that is
 * only nearly right, is missing or stands among the fields is a finding (parse/fences.h), and
 * the rest is read all the same; fields that a fence has cut in two are not.
 */
bool frontmatter_parse(struct arena *arena, const struct source *source,
                       struct frontmatter *frontmatter, struct diags *diags);

#endif
