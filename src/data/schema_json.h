#ifndef DATA_SCHEMA_JSON_H
#define DATA_SCHEMA_JSON_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * Appends the schema of an entry as JSON Schema 2020-12, which any validator can
 * use: for editors, and for people who make entries with programs of their own.
 *
 * It has the keywords of the collection's own schema, in the same order, without
 * the marks (x-…). What the marks demand is put in the standard's own keywords, as
 * far as it has any: the ids of a vocabulary become an enum, the main field gets
 * minItems, and the id of another entry gets a pattern. So does a date that may be
 * 2024 or 2024-04; it may also be a number, since most readers of YAML take 2024 for
 * one.
 *
 * `$id` is its address, if the site has one and publishes the schema. The bytes
 * depend on nothing but the content.
 */
void schema_json_put(struct buf *out, const struct collection *collection);

/* The functions of its row in site/families.c. */
void schema_output_add(struct plan *plan);
void schema_output_put(struct buf *out, const struct output *output, const struct plan *plan,
                       struct arena *scratch);

#endif
