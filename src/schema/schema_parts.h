#ifndef SCHEMA_SCHEMA_PARTS_H
#define SCHEMA_SCHEMA_PARTS_H

#include "base/buf.h"
#include "schema/schema.h"

/*
 * What the files schema_*.c share and nobody else includes.
 */

/* Whether `types` and the value go together; a PLAIN goes with nothing. */
bool schema_allows(const struct schema *schema, const struct value *value);

/* Whether the value is among `enum` and `const`, or there are none. */
bool schema_has_choice(const struct schema *schema, const struct value *value);

/* Makes a PLAIN what is due there; false when it cannot be read as that. */
bool schema_settle(const struct schema *schema, struct value *value);

/* By size, exactly; INT and REAL in any mixture. */
int schema_compare_numbers(const struct value *a, const struct value *b);

/* A value as a finding shows it: short, a list as […]. */
struct str schema_show(struct arena *arena, const struct value *value);
/* The items of a list, with commas. */
struct str schema_show_items(struct arena *arena, const struct value *list);
struct str schema_show_properties(struct arena *arena, const struct schema *schema);

/*
 * What somebody meant, as it should be written, or the absent str: a date, an
 * address without https://, a yes or no, a value of `enum` by a name that people see.
 */
struct str schema_meant_date(struct arena *arena, struct str text, bool partial);
struct str schema_meant_address(struct arena *arena, struct str text);
struct str schema_meant_truth(struct arena *arena, struct str text);
struct str schema_meant_choice(struct arena *arena, const struct schema *schema, struct str text);

/* Whether it is the schema's own title: a field by the name that people see. */
bool schema_is_titled(struct arena *arena, const struct schema *schema, struct str text);

/* Four digits, hyphen and so on, though there may be no such day. */
bool schema_is_written_as_date(struct str text, bool partial);

/* Examples of what is due: a number, the numbers there are, a map, a list. */
struct str schema_example_number(struct arena *arena, const struct schema *schema, struct str text);
struct str schema_show_range(struct arena *arena, const struct schema *schema);
struct str schema_show_map(struct arena *arena, const struct schema *schema);
struct str schema_show_list(struct arena *arena, const struct schema *schema,
                            const struct value *value);

/* Puts a text that two values share exactly when they are equal as JSON. */
void schema_canonical(struct buf *out, const struct value *value);

#endif
