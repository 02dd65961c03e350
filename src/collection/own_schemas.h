#ifndef COLLECTION_OWN_SCHEMAS_H
#define COLLECTION_OWN_SCHEMAS_H

#include "schema/schema.h"

/*
 * The schemas that are the program's own: of terms, pages, the settings and the
 * synonyms, and of the marks in a collection's schema, at its top and at its fields.
 * They are YAML like the collection's own schema, and are compiled by the same code.
 */
enum builtin_schema {
    SCHEMA_TERM,
    SCHEMA_PAGE,
    SCHEMA_SITE,
    SCHEMA_SYNONYMS,
    SCHEMA_TOP_MARKS,
    SCHEMA_FIELD_MARKS
};

/* Compiles one of them. It lives in the arena. */
const struct schema *builtin_schema(struct arena *arena, enum builtin_schema which);

#endif
