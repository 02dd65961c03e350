#ifndef PARSE_YAML_H
#define PARSE_YAML_H

#include "base/diag.h"
#include "base/source.h"

struct arena;
struct value;

/*
 * YAML as the fields of a document: one map of keys to scalars, lists and
 * maps. This is the only user of libyaml. It reads libyaml's events and builds the
 * tree itself, so that it can stop at a depth where libyaml's own would be slow.
 *
 * Nothing is guessed. Anchors, aliases, tags, merge keys, directives, duplicate
 * keys and second documents are findings. A duplicate key or a directive is skipped;
 * after any of the others the result is NULL, for its meaning would be a guess. An
 * unquoted scalar becomes a VALUE_PLAIN, whose type the schema decides (base/value.h).
 * Texts are composed (NFC); their spans are those of the file.
 *
 * `part` is the bytes to read; it begins at the start of a line. Returns a map, which
 * is empty when there are no fields, or NULL when the text could not be read.
 */
struct value *yaml_parse(struct arena *arena, const struct source *source, struct span part,
                         struct diags *diags);

/* The same for a document of any kind. An empty one is a VALUE_NULL. */
struct value *yaml_parse_any(struct arena *arena, const struct source *source, struct span part,
                             struct diags *diags);

/* Returns the version of libyaml, as the library tells it. */
const char *yaml_version(void);

#endif
