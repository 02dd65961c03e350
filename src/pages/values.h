#ifndef PAGES_VALUES_H
#define PAGES_VALUES_H

#include "base/value.h"
#include "collection/collection.h"
#include "template/shape.h"

struct buf;

/*
 * The values that a template is given, put one by one into a map.
 */

/* Puts a text; an absent text puts nothing. */
void values_text(struct arena *arena, struct value *map, struct str name, struct str text);

/* Returns a number with the noun for so many entries: «3 oppskrifter». */
struct str values_counted(struct arena *arena, const struct collection *collection,
                          struct str language, size_t count);

/* Puts `count`, and `count_text`, the same with its noun. */
void values_count(struct arena *arena, struct value *map, const struct collection *collection,
                  struct str language, size_t count);

/* Appends a text of the theme with its holes {0}, {1} … filled. */
void values_fill(struct buf *out, struct str form, const struct str *parts, size_t count);

/* Returns a date in words: «17. april 2024», «april 2024» or «2024»; `texts` has the months. */
struct str values_date(struct arena *arena, struct str iso, const struct value *texts);

/* Returns a date as templates have it: { iso, text }. */
struct value *values_dated(struct arena *arena, struct str iso, const struct value *texts);

/*
 * A template can go through a list but not ask whether it has items, so beside the
 * list `links` stands the truth `links_any`. values_any() puts it.
 */
struct str values_any_name(struct arena *arena, struct str list);
void values_any(struct arena *arena, struct value *map, struct str name, const struct value *list);

/* Puts a list, and that beside it. */
void values_list(struct arena *arena, struct value *map, struct str name, const struct value *list);

/*
 * Beside the address `url` stands its host, `url_host`, and, if it is the address of
 * a file, which kind of file, `url_file`: «PDF».
 */
struct str values_host_name(struct arena *arena, struct str address);
struct str values_file_name(struct arena *arena, struct str address);

/* Puts an address as `url`, and its host beside it; nothing if it is absent. */
void values_url(struct arena *arena, struct value *map, struct str url);

/*
 * Returns a copy of a document's fields for a template. Their schema has settled
 * them. A date becomes { iso, text } with the month in the words of `texts`, and
 * beside lists and addresses stand the names above. values_fields_shape() returns
 * the shape of that for any fields that fit the schema.
 */
struct value *values_fields(struct arena *arena, const struct schema *schema,
                            const struct value *value, const struct value *texts);
struct shape *values_fields_shape(struct arena *arena, const struct schema *schema);

#endif
