#ifndef BASE_VALUE_H
#define BASE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "base/str.h"

struct arena;

/*
 * A tagged tree, in which front matter, schema, templates and JSON hand data to each
 * other. Every value remembers the bytes it came from (NO_SPAN when the program
 * made it).
 *
 * VALUE_HTML is markup made by this program. It is the only kind that a template
 * may put out unescaped; text from content never becomes one.
 *
 * Calling sequence
 * ----------------
 *
 * VALUE_PLAIN is an unquoted YAML scalar whose type is not settled yet: `no`, `1e3`
 * and `2024-04` are kept as text until a schema says which type is meant there. So
 * a tree that was read from YAML is settled first, as a whole, by schema_check() or
 * value_settle_all(); before that only its keys and kinds may be used. A tree from
 * JSON, or made by the program, has no such values.
 *
 * Ownership
 * ---------
 *
 * A tree lives in an arena, and its texts are views. A finished tree is not changed
 * except by settling, so that trees may share children.
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
    struct value *value;
    uint32_t key_start, key_end; /* see member_span() */
};

struct value_list {
    struct value **items;
    uint32_t len, cap;
};

struct value_map { /* in the order written; keys are unique */
    struct member *items;
    uint32_t len, cap;
};

struct value {
    enum value_kind kind;
    bool faulty; /* the schema has told that it is wrong: nothing is to be made of it */
    uint8_t written_len;
    struct span span;
    union {
        bool boolean;
        int64_t integer;
        struct {
            double real;
            const char *written; /* see value_written() */
        };
        struct str text; /* TEXT, HTML and PLAIN */
        struct value_list list;
        struct value_map map;
    };
};

/* Return a new value in the arena. Text is kept as a view, not copied. */
struct value *value_null(struct arena *arena);
struct value *value_int(struct arena *arena, int64_t integer);
struct value *value_text(struct arena *arena, struct str text);
struct value *value_html(struct arena *arena, struct str html);
struct value *value_list(struct arena *arena);
struct value *value_map(struct arena *arena);
/* The same with room for so many items or members, before it has to be moved. */
struct value *value_list_of(struct arena *arena, size_t room);
struct value *value_map_of(struct arena *arena, size_t room);
/* Returns one of two values, which all share. */
const struct value *value_bool(bool boolean);

/* Append an item to a list, a member to a map. The child may belong to other trees, too. */
void value_add(struct arena *arena, struct value *list, const struct value *item);
void value_put(struct arena *arena, struct value *map, struct str key, const struct value *value);

/* The same of a key that was read, in the source of the value. */
void value_put_read(struct arena *arena, struct value *map, struct str key, struct span key_span,
                    const struct value *value);

/* Returns where the key of a member was read; NO_SPAN when the program made it. */
struct span member_span(const struct member *member);

/*
 * Moves the items or members of a list or map to the arena, where they take no more room than they
 * need: for one that will not grow any more, and whose items were added in an arena of their own.
 */
void value_fit(struct arena *arena, struct value *value);

/* Return the member's value, or the member; NULL if there is none or `map` is not a map. */
struct value *value_get(const struct value *map, struct str key);
const struct member *value_member(const struct value *map, struct str key);

/* Returns the same as value_get() of a map, where the key most likely stands at a place. */
struct value *value_get_near(const struct value *map, struct str key, size_t place);

/* Returns how many items a LIST has; 0 for NULL and every other kind. */
size_t value_list_len(const struct value *list);

/* Return the text of a TEXT, HTML or PLAIN; the absent str for NULL and every other kind. */
struct str value_str(const struct value *value);
struct str value_get_str(const struct value *map, struct str key);
/* Returns true if the member is there and true. */
bool value_get_bool(const struct value *map, struct str key);
/* Returns the member's integer, or `otherwise`. */
int64_t value_get_int(const struct value *map, struct str key, int64_t otherwise);

/* Returns a REAL as it was in the file, where it comes from one: 12.50. Else the absent str. */
struct str value_written(const struct value *value);

/*
 * Returns a scalar as JSON writes it, a text without its quotation marks; a REAL as it was
 * written, or else as short as reads back the same. The absent str for NULL, null, a list and a
 * map.
 */
struct str value_scalar(struct arena *arena, const struct value *value);

/*
 * Turns a PLAIN into `kind` if its text is one: NULL (`null`, `~`, empty), BOOL (`true`,
 * `false`), INT, REAL (JSON's number grammar, within a double's range) or TEXT
 * (always). Nothing else counts: `yes`, `0x1F` and `.inf` are text. If it is not, returns
 * false and leaves the value as it was. A value that is not PLAIN is never changed; the
 * result is then true if it has that kind.
 */
bool value_settle(struct value *value, enum value_kind kind);

/* Settles a value and all below it by their text: as the first of the kinds above that fits. */
void value_settle_all(struct value *value);

/* True if equal in JSON's sense: 1 equals 1.0, lists in order, maps in any order. */
bool value_equal(const struct value *a, const struct value *b);

#endif
