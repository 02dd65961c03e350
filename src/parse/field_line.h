#ifndef PARSE_FIELD_LINE_H
#define PARSE_FIELD_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;

/*
 * One line of front matter as a person sees it: indentation, hyphens of a list, the name of
 * a field, its colon and its value. Nothing is known of the lines around it, so this is
 * for telling what a line was meant as, when YAML can read it in another way or in none.
 *
 * All are offsets in the line, in bytes. In `  - title: Mer om det  `:
 *
 *     item     at the hyphen       content    after hyphen and blank, at `title`
 *     colon    after `title`       value      at `Mer`           end    after `det`
 */
struct field_line {
    struct str text;
    size_t item;    /* after the indentation */
    size_t content; /* after the hyphens, too; the same as `item` if there are none */
    size_t colon;   /* of the first field in it, or SIZE_MAX */
    size_t value;   /* after the colon, or else the content */
    size_t end;     /* before the blanks at the end */
};

struct field_line field_line_read(struct str text);

/* Returns the name of the field, or "" for a line without a colon. */
struct str field_line_name(const struct field_line *line);

/* Returns the value without the blanks around it. */
struct str field_line_value(const struct field_line *line);

/*
 * What a line among fields may be. A field may lack the blank after its colon, as long as its
 * name looks like one; prose is what is none of the others.
 */
enum line_kind { LINE_BLANK, LINE_FIELD, LINE_ITEM, LINE_INDENTED, LINE_COMMENT, LINE_PROSE };
enum line_kind field_line_kind(struct str text);

/* Returns a value in quotation marks, as YAML reads it: in double ones if they will do. */
struct str field_line_quoted(struct arena *arena, struct str value);

#endif
