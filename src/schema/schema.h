#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/value.h"

/*
 * What a document must look like: a stated subset of JSON Schema 2020-12
 * (draft-bhutton-json-schema-validation-01), as a tree of values. The schema
 * is the site's own and trusted; the documents are anybody's.
 *
 *     struct schema *schema = schema_compile(&arena, tree, &diags);
 *     if (schema)
 *         for (each document)
 *             ok = schema_check(schema, document, &arena, &diags);
 *
 * Keywords: type, enum, const, default, format; properties, required,
 * additionalProperties; items, minItems, maxItems, uniqueItems; minLength,
 * maxLength, pattern; minimum, maximum; title, description, $schema. A key that
 * begins with `x-` is a mark and the caller's own business. Every other key is
 * a finding: a rule that is silently not enforced is worse than none.
 *
 * `format` asserts: date, uri or email; others are findings. Beside `format:
 * date` the mark `x-partial: true` lets 2024 and 2024-04 be dates, too.
 * `pattern` is searched for anywhere in the text (see schema/pattern.h).
 *
 * All strings and values point into the tree, which must live as long as the
 * schema. A compiled schema never changes and may be shared by threads.
 */

/* Bits of `types`. A number without fraction is an integer: 1.0 is one. */
enum schema_type {
    SCHEMA_NULL = 1 << 0,
    SCHEMA_BOOLEAN = 1 << 1,
    SCHEMA_INTEGER = 1 << 2,
    SCHEMA_NUMBER = 1 << 3,
    SCHEMA_STRING = 1 << 4,
    SCHEMA_ARRAY = 1 << 5,
    SCHEMA_OBJECT = 1 << 6,
};

enum schema_format { SCHEMA_ANY_TEXT, SCHEMA_DATE, SCHEMA_URI, SCHEMA_EMAIL };

struct pattern;
struct schema;

struct schema_property {
    struct str name;
    struct span span; /* of the name, in the schema */
    const struct schema *schema;
    bool required;
};

struct schema_properties { /* in the order written */
    struct schema_property *items;
    size_t len, cap;
};

struct schema_names {
    struct str *items;
    size_t len, cap;
};

/* What is not said is 0 or NULL; the schema `true` says nothing at all. */
struct schema {
    bool refuses;              /* the schema `false`: no value will do */
    const struct value *marks; /* the whole map, for value_get(marks, STR("x-…")) */
    struct str title, description;

    unsigned types; /* a set of enum schema_type; 0 is any type */
    enum schema_format format;
    bool partial_date;
    const struct value *choices;  /* `enum`: a list */
    const struct value *constant; /* `const` */
    const struct value *fallback; /* `default`: kept for the caller, never put in */

    struct schema_properties properties;
    struct schema_names required;    /* also names that are no properties */
    const struct schema *additional; /* for other keys; NULL lets them all in */

    const struct schema *items;
    size_t min_items, max_items; /* max_*: SIZE_MAX when not said */
    bool unique_items;

    size_t min_length, max_length; /* in code points */
    const struct pattern *pattern;
    struct str pattern_text;
    const struct value *minimum, *maximum; /* INT or REAL */
};

/*
 * Reads a schema; NULL when that gave findings. The tree's plain scalars are
 * settled: those of enum, const and default by the type beside them, marks as
 * the core schema has it. Values of enum, const and default must fit the
 * schema they stand in.
 */
struct schema *schema_compile(struct arena *arena, struct value *tree, struct diags *diags);

/*
 * Reports everything in a document that breaks the schema, each fault once and
 * at its own span: an unknown key at the key, a missing one where its map
 * begins, the rest at the value. True when no error was added.
 *
 * A value of the wrong type is reported as that and nothing else. An unknown
 * key that looks like a slip for a missing one stands for both.
 *
 * Also settles every plain scalar by the type that is due there:
 *
 *     string                      the text as written: `no`, `1e3`, `2024-04`
 *     integer, number,            the value, if it reads as one; an integer
 *     boolean, null               becomes INT unless it is beyond int64_t
 *     several types               the core schema's reading if that is allowed,
 *                                 else the text
 *     no type, enum or const      the reading that is among them
 *     nothing said                the core schema's reading
 *
 * A key without a value is no empty text: it is null, or lacks its value.
 * Where there were findings, too, no value is PLAIN afterwards. A text with a
 * placeholder (base/placeholder.h) is reported as that and becomes null.
 *
 * The depth of schema and document is bounded by their parser. Of a text only
 * the first is told: wrong length, not of the format, not of the pattern.
 */
bool schema_check(const struct schema *schema, struct value *document, struct arena *arena,
                  struct diags *diags);

/* The same; findings call the document `name`, where it is not the path of its file that says most.
 */
bool schema_check_named(const struct schema *schema, struct value *document, struct str name,
                        struct arena *arena, struct diags *diags);

/* The property of this name, or NULL. */
const struct schema_property *schema_property(const struct schema *schema, struct str name);

#endif
