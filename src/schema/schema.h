#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/value.h"

/*
 * Checks documents against a schema: a stated subset of JSON Schema 2020-12
 * (draft-bhutton-json-schema-validation-01). Schema and documents are trees of
 * values. The schema is the site's own and trusted; the documents are not.
 *
 * Calling sequence
 * ----------------
 *
 *     struct schema *schema = schema_compile(&arena, tree, &diags);
 *     if (schema)
 *         for (each document) {
 *             ok = schema_check(schema, document, &arena, &diags);
 *             schema_check_body(source, body, &diags);
 *         }
 *
 * Keywords
 * --------
 *
 *     type, enum, const, default, format; properties, required,
 *     additionalProperties; items, minItems, maxItems, uniqueItems; minLength,
 *     maxLength, pattern; minimum, maximum; title, description, $schema
 *
 * A key that begins with `x-` is a mark, whose meaning is the caller's. Any other key
 * is reported, since a rule that is silently not enforced is worse than none.
 *
 * `format` is enforced, and must be date, uri or email. Beside `format: date` the
 * mark `x-partial: true` also allows 2024 and 2024-04. `pattern` is searched for
 * anywhere in the text (schema/pattern.h). To `uniqueItems` two texts are the same if they
 * look the same: composed or not, with one blank or two, hard or not.
 *
 * Errors
 * ------
 *
 * Faults in schema and document are added as findings of schema/schema_rules.h; each
 * function returns whether it added no error. The depth of schema and document is
 * bounded by their parser.
 *
 * Ownership
 * ---------
 *
 * A schema lives in the arena. Its strings and values point into its tree, which must
 * live as long. A compiled schema never changes and may be shared by threads.
 *
 * To add a keyword
 * ----------------
 *
 *  1. a member of struct schema, here and in the list above;
 *  2. its row in the table of schema_compile.c;
 *  3. what it demands of a value in schema_check.c, with a rule in schema_rules.c;
 *  4. its folder under tests/check/, and its paragraph in src/manual/samling-schema.5.
 */

/* Bits of `types`. A number without a fraction is an integer, also when written 1.0. */
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

/* A keyword that is not given leaves its member 0 or NULL, and a max_* at SIZE_MAX. */
struct schema {
    bool refuses;                 /* the schema `false`, which allows no value */
    const struct value *keywords; /* the whole map: value_get(keywords, STR("x-…")) */
    struct str title, description;

    unsigned types; /* a set of enum schema_type; 0 is any type */
    enum schema_format format;
    bool partial_date;
    const struct value *choices;  /* `enum`: a list */
    const struct value *constant; /* `const` */
    const struct value *fallback; /* `default`: for the caller; no document is given it */

    struct schema_properties properties;
    struct schema_names required;    /* may hold names that are not properties */
    const struct schema *additional; /* for other keys; NULL allows them all */

    /*
     * Set by the caller: the property whose lists count, for `required` and `minItems`, with
     * the values of the properties that they are named after. Absent: none does.
     */
    struct str stand_ins;

    const struct schema *items;
    size_t min_items, max_items;
    bool unique_items;

    size_t min_length, max_length; /* in code points */
    const struct pattern *pattern;
    struct str pattern_text;
    const struct value *minimum, *maximum; /* INT or REAL */
};

/*
 * Compiles a schema. Returns NULL if that added an error.
 *
 * The values of enum, const and default must fit the schema that they stand in, and
 * are settled by it. Those of marks are settled as YAML's core schema would.
 */
struct schema *schema_compile(struct arena *arena, struct value *tree, struct diags *diags);

/*
 * Reports everything in a document that breaks the schema, each fault once and
 * at its own span: an unknown key at the key, a missing one where its map
 * begins, the rest at the value. Returns true if no error was added.
 *
 * A value of the wrong type is not checked any further, and of a text only the first
 * fault is reported: its length, its format or its pattern. A missing key is not
 * reported beside an unknown one that looks like a slip for it.
 *
 * Also settles every plain scalar, by what the schema says of it:
 *
 *     string                      the text as written: `no`, `1e3`, `2024-04`
 *     integer, number,            the value, if it reads as one; an integer
 *     boolean, null               becomes INT unless it is beyond int64_t
 *     several types               the core schema's reading if that is allowed,
 *                                 else the text
 *     no type, enum or const      the reading that is among them
 *     nothing said                the core schema's reading
 *
 * A key without a value never becomes an empty text: it is null where null is allowed,
 * and reported as a missing value elsewhere. A text with a placeholder
 * (base/placeholder.h) is reported as that and becomes null. No value is PLAIN
 * afterwards, whatever was found.
 */
bool schema_check(const struct schema *schema, struct value *document, struct arena *arena,
                  struct diags *diags);

/* As schema_check(), but findings call the document `name` instead of its file's path. */
bool schema_check_named(const struct schema *schema, struct value *document, struct str name,
                        struct arena *arena, struct diags *diags);

/*
 * Checks a document that another schema has settled already. Reports as schema_check()
 * does and changes nothing: no value that the schema looks at may be PLAIN, and a text
 * with a placeholder stays.
 */
bool schema_check_settled(const struct schema *schema, const struct value *document,
                          struct arena *arena, struct diags *diags);

/* Reports each placeholder in the body of a document, at its own place. */
void schema_check_body(const struct source *source, struct span body, struct diags *diags);

/* Returns the property of this name, or NULL. */
const struct schema_property *schema_property(const struct schema *schema, struct str name);

#endif
