#ifndef SEARCH_WRITTEN_H
#define SEARCH_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * How a word is written. The index knows words as they are folded; when one is shown, and the
 * texts are not there to look in, its letters must come from here: «avgjørelse» for avgjorelse.
 *
 *     struct written written = {0};
 *     written_note(&written, STR("Avgjørelse"), written_has_capital(STR("Avgjørelse")), 1);
 *     written_note(&written, STR("avgjørelse"), false, 2); // the one that is kept
 *
 * Of the forms of a word one in small letters is the best, and then that of the first document.
 */
struct written {
    struct str text; /* absent if nothing is noted */
    bool has_capital;
    size_t last;      /* the last document that was noted, from 1 */
    size_t documents; /* how many were */
};

/* Whether a form has letters that are not ASCII; of others nothing need be noted. */
bool written_is_noted(struct str form);

bool written_has_capital(struct str form);

/* Notes a form of the word in a document. The numbers must not fall. The text stays where it is. */
void written_note(struct written *written, struct str form, bool has_capital, size_t document);

#endif
