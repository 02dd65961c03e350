#ifndef DATA_SCHEMA_JSON_H
#define DATA_SCHEMA_JSON_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * The schema of an entry as JSON Schema 2020-12 that any validator can use: for
 * editors, and for those who make entries with programs of their own.
 *
 * It says what the collection's own schema says, in the same order and without
 * its marks. What the marks demand is said in the standard's words, as far as it
 * has any: a vocabulary's ids are an enum, a field that must not be empty has
 * minItems, the id of an entry has a pattern, and so has a date that may be 2024
 * or 2024-04. Such a date may also be a number, for that is what 2024 is to most
 * readers of YAML.
 *
 * `$id` is its address, when the site has one and publishes it. The bytes depend
 * on nothing but the content.
 */
void schema_json_put(struct buf *out, const struct collection *collection);

/* The same as an output: its row in site/families.c. */
void schema_output_add(struct plan *plan);
void schema_output_put(struct buf *out, const struct output *output, const struct plan *plan,
                       struct arena *scratch);

#endif
