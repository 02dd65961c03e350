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
 * is the site's own and trusted; the documents are not.
 *
 * Calling sequence
 *
 *     struct schema *schema = schema_compile(&arena, tree, &diags);
 *     if (schema)
 *         for (each document) {
 *             ok = schema_check(schema, document, &arena, &diags);
 *             schema_check_body(source, body, &diags);
 *         }
 *
 * Keywords
 *
 *     type, enum, const, default, format; properties, required,
 *     additionalProperties; items, minItems, maxItems, uniqueItems; minLength,
 *     maxLength, pattern; minimum, maximum; title, description, $schema
 *
 * A key that begins with `x-` is a mark, whose meaning is the caller's. Every
 * other key is a finding: a rule that is silently not enforced is worse than none.
 *
 * `format` asserts: date, uri or email; others are findings. Beside `format:
 * date` the mark `x-partial: true` lets 2024 and 2024-04 be dates, too.
 * `pattern` is searched for anywhere in the text (schema/pattern.h).
 *
 * Errors
 *
 * What is wrong becomes findings of schema/schema_rules.h; each function says by its
 * result whether it added an error. The depth of schema and document is bounded by
 * their parser.
 *
 * Ownership
 *
 * All strings and values of a schema point into its tree, which must live as long
 * as the schema. A compiled schema never changes and may be shared by threads.
 *
 * To add a keyword
 *
 *  1. a member of struct schema, here and in the list above;
 *  2. its row in the table of schema_compile.c;
 *  3. what it demands of a value in schema_check.c, with a rule in schema_rules.c;
 *  4. its folder under tests/check/, and content/README.md.
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

/* What is not said is 0 or NULL; in the schema `true` all of it is. */
struct schema {
    bool refuses;                 /* the schema `false`: no value will do */
    const struct value *keywords; /* the whole map: value_get(keywords, STR("x-…")) */
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
 * Reads a schema; NULL when that gave errors. Settles the plain scalars of the tree:
 * those of enum, const and default by the type beside them, those of marks as the
 * core schema has it. Values of enum, const and default must fit the schema they
 * stand in.
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
 * No value is PLAIN afterwards, also where there were findings. A text with a
 * placeholder (base/placeholder.h) is reported as that and becomes null.
 *
 * Of the faults of a text only the first is reported: wrong length, not of the
 * format, not of the pattern.
 */
bool schema_check(const struct schema *schema, struct value *document, struct arena *arena,
                  struct diags *diags);

/* The same, but findings call the document `name` and not by the path of its file. */
bool schema_check_named(const struct schema *schema, struct value *document, struct str name,
                        struct arena *arena, struct diags *diags);

/*
 * Reports as schema_check() does what is wrong in a document that another schema has
 * settled. Changes nothing: the document may have no PLAIN value in what the schema
 * checks, and placeholders stay.
 */
bool schema_check_settled(const struct schema *schema, const struct value *document,
                          struct arena *arena, struct diags *diags);

/* Reports each placeholder in the body of a document, at its own place. */
void schema_check_body(const struct source *source, struct span body, struct diags *diags);

/* Returns the property of this name, or NULL. */
const struct schema_property *schema_property(const struct schema *schema, struct str name);

#endif
