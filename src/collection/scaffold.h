#ifndef COLLECTION_SCAFFOLD_H
#define COLLECTION_SCAFFOLD_H

#include <stdint.h>

#include "base/buf.h"
#include "base/language.h"
#include "collection/collection.h"

/*
 * The text of a new entry, to be filled in: every field of the schema in its
 * order, with title, description, limits and values as comments. What the program says
 * there itself is in `language`; titles and descriptions are as the schema has them. What must be
 * there is there, as a placeholder (base/placeholder.h) where nothing better is
 * known; what may be left out stands commented out, in a form that can be used
 * when the `#` is deleted. The body has the sections of x-sections, with what is
 * asked in each as placeholders.
 *
 * Once its placeholders are filled with what the schema lets them be, the entry
 * has no errors.
 */
struct scaffold {
    const struct language *language;
    struct str title; /* one line, as scaffold_is_line() says; absent: to be filled in */
    struct str value; /* of the field with x-sections; absent: to be filled in */
    int64_t order;    /* among the entries of its folder; 0: to be filled in */
    struct str url;   /* of a term; absent: to be filled in */
};

void scaffold_put(struct buf *out, const struct collection *collection,
                  const struct scaffold *scaffold);

/*
 * The text of a new term, in the same form: `title` is its name, which is all that must be
 * there. What it may say of itself below the fields is left to the writer.
 */
void scaffold_put_term(struct buf *out, const struct collection *collection,
                       const struct scaffold *scaffold);

/* The fields alone, between their fences, of any schema. The two above share it. */
void scaffold_put_fields(struct buf *out, const struct collection *collection,
                         const struct schema *schema, const struct scaffold *scaffold);

/*
 * Whether a text is valid UTF-8 without line breaks, and without the characters that the
 * gate refuses (parse/gate.h).
 */
bool scaffold_is_line(struct str text);

#endif
