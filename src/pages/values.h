#ifndef PAGES_VALUES_H
#define PAGES_VALUES_H

#include "base/value.h"
#include "collection/collection.h"
#include "template/shape.h"

/*
 * Members of what a template is given, made one by one into a map.
 */

/* Puts a text; an absent text puts nothing. */
void values_text(struct arena *arena, struct value *map, struct str name, struct str text);

/* Puts `count`, and `count_text` with the noun for that many entries: «3 tiltak». */
void values_count(struct arena *arena, struct value *map, const struct collection *collection,
                  struct str language, size_t count);

/*
 * A template goes through a list but cannot ask whether there is one: beside
 * the list `links` stands the truth `links_any`, if it has items.
 */
struct str values_any_name(struct arena *arena, struct str list);
void values_any(struct arena *arena, struct value *map, struct str name, const struct value *list);

/* Beside the address `url` stand its host, `url_host`, and `url_file`: «PDF», if it is a file. */
struct str values_host_name(struct arena *arena, struct str address);
struct str values_file_name(struct arena *arena, struct str address);

/*
 * Returns fields as their schema has settled them, for a template: a date
 * becomes { iso, text } in the words of `texts`, and beside lists and addresses
 * stand the names above. The shape says the same of any value that fits the
 * schema.
 */
struct value *values_fields(struct arena *arena, const struct schema *schema,
                            const struct value *value, const struct value *texts);
struct shape *values_fields_shape(struct arena *arena, const struct schema *schema);

#endif
