#ifndef COLLECTION_ENTRY_FIELDS_H
#define COLLECTION_ENTRY_FIELDS_H

#include <stdbool.h>

#include "base/language.h"
#include "base/value.h"

struct arena;

/*
 * Fields that an entry may have whatever its schema names, as a page and a term may: where it
 * was published before, the rules that it is excepted from, and whether it is a draft. They
 * are declared in the schema as it was read, before it is compiled, so that they are checked,
 * published as JSON Schema and told of as if somebody had written them there. A schema that
 * does name one of them keeps its own.
 *
 *     entry_fields_declare(&arena, tree, language);
 *     struct schema *schema = schema_compile(&arena, tree, &diags);
 *
 * To add one: its name in collection/fields.h, its schema in SCHEMA_ENTRY
 * (collection/own_schemas.c) and what it is called in entry_fields.c.
 */
void entry_fields_declare(struct arena *arena, struct value *tree, const struct language *language);

/*
 * Adds a property to a schema that is not compiled yet. Findings about it stand where the
 * properties begin, since no file has it; a schema without a map of properties is left alone.
 */
void entry_field_add(struct arena *arena, struct value *tree, struct str name,
                     const struct value *schema);

/*
 * Whether readers of the open data are told what an entry has in a field. They are not told what
 * is only for those who write: whether it is a draft, which rules it is excepted from, its place
 * among others and when to look at it again.
 */
bool entry_field_is_told(struct str name);

#endif
