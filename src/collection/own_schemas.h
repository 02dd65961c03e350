#ifndef COLLECTION_OWN_SCHEMAS_H
#define COLLECTION_OWN_SCHEMAS_H

#include "schema/schema.h"

struct own_schemas;

/*
 * The schemas that the program brings itself: those of terms, pages, the settings and the
 * synonyms, of what every entry may have, of terms that it proposes, and of the marks in a
 * collection's schema, at its top and at its fields. They are written in YAML and compiled as the
 * collection's schema is.
 */
enum builtin_schema {
    SCHEMA_TERM,
    SCHEMA_PAGE,
    SCHEMA_SITE,
    SCHEMA_SYNONYMS,
    SCHEMA_PROPOSALS,
    SCHEMA_ENTRY, /* what every entry may have, beside what the collection names */
    SCHEMA_TOP_MARKS,
    SCHEMA_FIELD_MARKS,
    BUILTIN_SCHEMAS
};

/* Returns one of them as it was read, to be put into another. */
struct value *builtin_tree(struct arena *arena, enum builtin_schema which);

/* Compiles one of them into the arena. */
const struct schema *builtin_schema(struct arena *arena, enum builtin_schema which);

/*
 * Those that have been compiled, for collections that are read one after the other.
 *
 *     struct own_schemas *own = own_schemas_make(&arena);
 *     own_schema(own, SCHEMA_SITE) …
 */
struct own_schemas *own_schemas_make(struct arena *arena);
const struct schema *own_schema(struct own_schemas *own, enum builtin_schema which);

#endif
