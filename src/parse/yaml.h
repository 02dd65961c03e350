#ifndef PARSE_YAML_H
#define PARSE_YAML_H

#include "base/diag.h"
#include "base/source.h"

struct arena;
struct value;

/*
 * YAML as the fields of a document: one map of keys to scalars, lists and
 * maps. This is the only user of libyaml, through its event API, so that depth
 * is stopped before libyaml's tree building would go quadratic.
 *
 * Nothing is guessed. Anchors, aliases, tags, merge keys, directives, duplicate
 * keys and second documents are errors at their place. (But for a duplicate key
 * nothing is made of such text: what it means would be a guess.) An unquoted scalar
 * becomes a VALUE_PLAIN: what it is, the schema says.
 *
 * `part` is the bytes to read, from the start of a line. The result is a map,
 * empty when there are no fields, or NULL when the text could not be read.
 */
struct value *yaml_parse(struct arena *arena, const struct source *source, struct span part,
                         struct diags *diags);

/* The same for a document that is not fields: whatever it is, and null when it is nothing. */
struct value *yaml_parse_any(struct arena *arena, const struct source *source, struct span part,
                             struct diags *diags);

/* Of libyaml, as it says itself. */
const char *yaml_version(void);

#endif
