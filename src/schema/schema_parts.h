#ifndef SCHEMA_SCHEMA_PARTS_H
#define SCHEMA_SCHEMA_PARTS_H

#include "base/buf.h"
#include "schema/schema.h"
#include "schema/schema_rules.h"

/*
 * What the files schema_*.c share. No other file includes this.
 */

/* ---- the check under way ---- */

struct schema_checker {
    struct arena *arena;
    struct diags *diags;
    const struct value *stand_ins; /* of the document (struct schema); NULL: it has none */
    bool settled;                  /* the document is settled already, and must not be changed */
    struct {
        const struct pattern **items;
        size_t len, cap;
    } given_up; /* patterns that took too many steps for some text of the document */
};

/* The keys from the document down to a value. A finding joins them into a name: `source.page`. */
struct schema_trail {
    const struct schema_trail *up; /* NULL for the document itself */
    struct str name;
};

/* Adds a finding whose first argument is the name of the field at `at`. */
void schema_tell_field(struct schema_checker *checker, enum schema_rule rule,
                       const struct schema_trail *at, struct span span, struct detail detail);

/* Adds the finding of a value of the wrong type, and of a text that is not of the format. */
void schema_tell_type(struct schema_checker *checker, const struct schema *schema,
                      const struct value *value, const struct schema_trail *at);
void schema_tell_format(struct schema_checker *checker, const struct schema *schema,
                        const struct value *value, const struct schema_trail *at);

/* Adds the finding of the first placeholder in a text. Returns false if it has none. */
bool schema_tell_placeholder(const struct value *value, struct diags *diags);

/* ---- texts that a comment cuts ---- */

/* Tells of a free text, unquoted, after which ` #` has made the rest of the line a comment. */
void schema_check_cut(struct schema_checker *checker, const struct schema *schema,
                      const struct value *value, const struct schema_trail *at);

/* Returns the whole of such a text in quotation marks, as it was meant; "" for any other. */
struct str schema_uncut(struct arena *arena, const struct schema *schema,
                        const struct value *value);

/* ---- values ---- */

/* Whether the value is of a type that the schema allows; a PLAIN is of none. */
bool schema_allows(const struct schema *schema, const struct value *value);

/* Whether the value is allowed by `enum` and `const`, where the schema has them. */
bool schema_has_choice(const struct schema *schema, const struct value *value);

/* Settles a PLAIN as the schema asks. Returns false, and leaves it, if it cannot be read so. */
bool schema_settle(const struct schema *schema, struct value *value);

/* Whether an integer is due, and the value is one of more digits than an INT can hold. */
bool schema_is_too_long_integer(const struct schema *schema, const struct value *value);

/* Compares two numbers exactly, each INT or REAL: below 0, 0 or above, as strcmp() does. */
int schema_compare_numbers(const struct value *a, const struct value *b);

/*
 * Appends a text that two values have in common if they are equal as JSON, or differ only in
 * what cannot be seen (norwegian_put_look()).
 */
void schema_canonical(struct buf *out, const struct value *value);

/* ---- what a finding shows ---- */

/* Returns a value as a finding shows it: shortened, a list as […]. */
struct str schema_show(struct arena *arena, const struct value *value);

/* Returns the items of a list, or the names of the properties, with commas between them. */
struct str schema_show_items(struct arena *arena, const struct value *list);
struct str schema_show_properties(struct arena *arena, const struct schema *schema);

/* ---- what a writer meant ---- */

/*
 * Each returns what was meant, as it should be written, or the absent str: a date, an
 * address without https://, one in capitals where the pattern asks for small letters, a yes or
 * no, a value of `enum` by a name that people see.
 */
struct str schema_meant_date(struct arena *arena, struct str text, bool partial);
struct str schema_meant_address(struct arena *arena, struct str text);
struct str schema_meant_small(struct arena *arena, const struct schema *schema, struct str text);
struct str schema_meant_truth(struct arena *arena, struct str text);
struct str schema_meant_choice(struct arena *arena, const struct schema *schema, struct str text);

/*
 * The same for what is no whole number, no list, and no map: `2024?`, also a range between the
 * brackets of a list; items after hyphens, bullets or commas; a field without a blank after
 * its colon. What is returned fits the schema as far as it can be known.
 */
struct str schema_meant_integer(struct arena *arena, const struct schema *schema,
                                const struct value *value);
struct str schema_meant_list(struct arena *arena, const struct schema *schema,
                             const struct value *value);
struct str schema_meant_map(struct arena *arena, const struct schema *schema,
                            const struct value *value);

/* Whether it is the schema's own title: a field by the name that people see. */
bool schema_is_titled(struct arena *arena, const struct schema *schema, struct str text);

/* Four digits, hyphen and so on, though there may be no such day. */
bool schema_is_written_as_date(struct str text, bool partial);

/*
 * Returns what `pattern` asks for, for people who do not read patterns: the description of the
 * field; or how the text must begin, if that is all there is to it; or that the one who
 * looks after the schema knows.
 */
struct str schema_show_pattern(struct arena *arena, const struct schema *schema,
                               enum diag_language language);

/* Examples of what is due: a number, the numbers there are, a map. */
struct str schema_example_number(struct arena *arena, const struct schema *schema, struct str text);
struct str schema_show_range(struct arena *arena, const struct schema *schema);
struct str schema_show_map(struct arena *arena, const struct schema *schema);

#endif
