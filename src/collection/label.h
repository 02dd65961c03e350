#ifndef COLLECTION_LABEL_H
#define COLLECTION_LABEL_H

#include "base/value.h"

/*
 * Returns the text of a label in a language. A label is one text for all languages, or a
 * map from language to text, of which the first is taken for a language that it lacks.
 */
struct str label_text(const struct value *label, struct str language);

/* Returns the language of that text; the absent str if it is one text for all languages. */
struct str label_language(const struct value *label, struct str language);

/* Returns the noun for so many things, out of names { nb: { one: …, many: … } }. */
struct str label_noun(const struct value *names, struct str language, size_t count);

/* Returns another form of it, or the absent str: names { nb: { one: …, many: …, the_one: … } }. */
struct str label_form(const struct value *names, struct str language, struct str form);

#endif
