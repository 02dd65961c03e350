#ifndef PARSE_FENCES_H
#define PARSE_FENCES_H

#include <stdbool.h>

#include "base/source.h"

/*
 * The lines around front matter: where it begins and ends, and what people write there by
 * mistake. A fence is `---`. What is nearly one (`--`, `-----`, `—`, `---` and a hard blank) is
 * read as one; further down in a file a line of hyphens is a thematic break of Markdown.
 * What tells them apart is whether the lines before and after look like fields
 * (parse/field_line.h). All are numbers of lines, from 1; 0 for none.
 */
struct fences {
    size_t opening; /* the first line that is not blank, whatever it is */
    size_t closing; /* the line that ends the fields */
    size_t split;   /* a fence among the fields, which go on after it until `closing` */
    size_t last;    /* the last line that looks like one of the fields */
    size_t after;   /* where text begins that is no field, if that is before `closing` */
    size_t second;  /* a fence in the body that begins fields once more */
};

/* Finds them. False if the file does not begin with a fence: then only `opening` is set. */
bool fences_find(const struct source *source, struct fences *fences);

/*
 * Returns the line of a fence that begins fields once more, in a body that starts at a line;
 * 0: there is none.
 */
size_t fences_second(const struct source *source, size_t body);

/* Whether a line is a fence, with nothing but blanks after it. */
bool fence_is_exact(struct str line);

/* Returns the notation whose fence this line is, "TOML" or "JSON"; or "". */
struct str fence_of_other(struct str line);

#endif
