#ifndef PAGES_FORM_PARTS_H
#define PAGES_FORM_PARTS_H

#include "pages/view.h"

/* What form.c, form_fields.c and form_values.c share. Include pages/form.h elsewhere. */
struct form_maker {
    struct arena *arena;
    const struct collection *collection;
    struct str language;
};

/*
 * Put a member into a map. An empty text puts nothing, and neither does 0 or
 * SIZE_MAX as a limit. Beside a list goes whether it has items (values_any).
 */
void form_put_text(struct form_maker *maker, struct value *map, struct str name, struct str text);
void form_put_true(struct form_maker *maker, struct value *map, struct str name);
void form_put_list(struct form_maker *maker, struct value *map, struct str name,
                   struct value *list);
void form_put_limit(struct form_maker *maker, struct value *map, struct str name, size_t limit);

/* Returns what readers see in place of a value of an enum; the absent str if it has no name. */
struct str form_label(struct form_maker *maker, const struct schema *schema, struct str value);

/* Returns what such a value means; the absent str if the schema does not say. */
struct str form_summary(const struct schema *schema, struct str value);

/*
 * What the script looks for by the program's own patterns: regular expressions of
 * JavaScript with their flags. A name may have several, which stand together.
 */
struct form_pattern {
    const char *name, *flags, *pattern;
};
extern const struct form_pattern form_patterns[];
extern const size_t form_pattern_count;

/*
 * Puts what the script must know to say what the program says: `letters`, which are folded
 * to something else than their base letter (base/norwegian.h), and `known`, JSON of the
 * words of all languages (base/language.h), the characters that no text may have, the
 * grammars of addresses and the names that no file may have.
 *
 * To give it another list or phrase: in form_known.c; then theme/assets/form-….js, and
 * tests/search/form-rules: form.mjs and words.mjs there hold what the script says against
 * what `check` says.
 */
void form_put_known(struct form_maker *maker, struct value *form);

/*
 * Puts `fields`, those that must be filled in with the folder first, and `more`, the
 * optional ones.
 */
void form_put_fields(struct form_maker *maker, struct value *form);

#endif
