#ifndef BASE_VALUE_H
#define BASE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "base/str.h"

struct arena;

/*
 * A tagged tree: the common tongue of front matter, schema, templates and
 * JSON. Every value remembers the bytes it came from (NO_SPAN when the program
 * made it). Trees live in an arena; a tree that is built is not changed, with
 * one exception: checking a document against its schema settles what its plain
 * scalars are.
 *
 * VALUE_PLAIN is an unquoted YAML scalar whose type has not been settled:
 * `no`, `1e3` and `2024-04` stay the text they are until a schema says what is
 * due there (value_settle). JSON and the program itself make none. Whoever has a tree
 * read settles it as a whole and at once, by a schema or with value_settle_all();
 * before that only its keys and kinds may be looked at.
 *
 * VALUE_HTML is markup made by this program. It is the only kind that a
 * template may put out unescaped; text from content never becomes one.
 */
enum value_kind {
    VALUE_NULL,
    VALUE_BOOL,
    VALUE_INT,
    VALUE_REAL,
    VALUE_TEXT,
    VALUE_HTML,
    VALUE_PLAIN,
    VALUE_LIST,
    VALUE_MAP,
};

struct value;

struct member {
    struct str key;
    struct span key_span;
    struct value *value;
};

struct value_list {
    struct value **items;
    size_t len, cap;
};

struct value_map { /* in the order written; keys are unique */
    struct member *items;
    size_t len, cap;
};

struct value {
    enum value_kind kind;
    struct span span;
    union {
        bool boolean;
        int64_t integer;
        double real;
        struct str text; /* TEXT, HTML and PLAIN */
        struct value_list list;
        struct value_map map;
    };
};

/* Makers. Text is kept as a view, not copied. */
struct value *value_null(struct arena *arena);
struct value *value_bool(struct arena *arena, bool boolean);
struct value *value_int(struct arena *arena, int64_t integer);
struct value *value_text(struct arena *arena, struct str text);
struct value *value_html(struct arena *arena, struct str html);
struct value *value_list(struct arena *arena);
struct value *value_map(struct arena *arena);

/* A child may be shared by several trees: nothing is written through its parent but by settling. */
void value_add(struct arena *arena, struct value *list, const struct value *item);
void value_put(struct arena *arena, struct value *map, struct str key, const struct value *value);

/* The member's value, or NULL; also NULL when `map` is NULL or no map. */
struct value *value_get(const struct value *map, struct str key);
const struct member *value_member(const struct value *map, struct str key);

/* The text of a TEXT, HTML or PLAIN; the absent str for NULL and every other kind. */
struct str value_str(const struct value *value);
struct str value_get_str(const struct value *map, struct str key);
/* Whether the member is there and true. */
bool value_get_bool(const struct value *map, struct str key);
/* The member's integer, or `otherwise`. */
int64_t value_get_int(const struct value *map, struct str key, int64_t otherwise);

/*
 * Returns a scalar as JSON writes it, a text without its quotation marks; a number is
 * as short as reads back as the same one. The absent str for NULL, null, a list and a map.
 */
struct str value_scalar(struct arena *arena, const struct value *value);

/*
 * Makes a PLAIN into `kind`, if its text is one: NULL (`null`, `~`, empty),
 * BOOL (`true`, `false`), INT, REAL (JSON's number grammar, within a double's
 * range) or TEXT (always). Nothing else counts: `yes`, `0x1F` and `.inf` are
 * text. False leaves it as it was. A value that is not PLAIN is left alone:
 * true if it has that kind.
 */
bool value_settle(struct value *value, enum value_kind kind);

/* Settles a PLAIN, and those below, as YAML 1.2's core schema would for the kinds above. */
void value_settle_all(struct value *value);

/* JSON's equality: 1 equals 1.0, lists in order, maps in any order. */
bool value_equal(const struct value *a, const struct value *b);

#endif
