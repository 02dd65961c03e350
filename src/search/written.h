#ifndef SEARCH_WRITTEN_H
#define SEARCH_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * How a word is written. The index knows words as they are folded; when one is shown, and the
 * texts are not there to look in, its letters must come from here: «avgjørelse» for avgjorelse.
 *
 *     struct written written = {0};
 *     written_note(&written, &arena, STR("Avgjørelse"), 1);
 *     written_note(&written, &arena, STR("avgjørelse"), 2); // the one that is kept
 *     written_join(&all, &written);                         // what others have noted of the word
 *
 * Of the forms of a word one in small letters is the best, and then that of the first document;
 * so it makes no difference who has noted what.
 */
struct written {
    struct str text; /* absent if nothing is noted */
    bool has_capital;
    size_t document;  /* the first that has this form, from 1 */
    size_t last;      /* the last that was noted */
    size_t documents; /* how many were */
};

/* Whether a form has letters that are not ASCII; of others nothing need be noted. */
bool written_is_noted(struct str form);

/* Notes a form of the word in a document. The numbers must not fall. It is copied to `arena` if it
 * is kept. */
void written_note(struct written *written, struct arena *arena, struct str form, size_t document);

/* Adds what was noted of the same word in other documents; the text stays where it is. */
void written_join(struct written *written, const struct written *other);

#endif
