#ifndef COLLECTION_LABEL_H
#define COLLECTION_LABEL_H

#include "base/value.h"

/*
 * The text for a language of a label that is either one text for all or a map
 * of language to text; the first there is when the language has none.
 */
struct str label_text(const struct value *label, struct str language);

/* Of names { nb: { one: …, many: … } }: the noun for a number of things. */
struct str label_noun(const struct value *names, struct str language, size_t count);

#endif
