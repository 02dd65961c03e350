#ifndef MODEL_SCHEMA_PARTS_H
#define MODEL_SCHEMA_PARTS_H

#include "base/buf.h"
#include "model/schema.h"

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

/* Puts a text that two values share exactly when they are equal as JSON. */
void schema_canonical(struct buf *out, const struct value *value);

#endif
