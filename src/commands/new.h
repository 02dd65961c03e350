#ifndef COMMANDS_NEW_H
#define COMMANDS_NEW_H

#include "base/buf.h"
#include "collection/facet.h"
#include "site/site.h"

/*
 * What `samling new` does: cmd_new.c reads the options and makes entries, new_term.c makes
 * terms. What cannot be made ends the program (base/die.h), and no file is ever written over.
 */

/* Returns the title as it will stand in the file, without blanks at its ends. */
struct str new_title(struct str written);

/* Whether two names are one file name; no name is the same as an empty one. */
bool new_is_same(struct arena *arena, struct str a, struct str b);

/* Whether a term has this id, name or abbreviation, or is also called so. */
bool new_is_called(struct arena *arena, const struct term *term, struct str written);

/* Puts the file in place, releases its text, and prints its path, which begins with `root`. */
void new_add(struct site *site, struct str root, struct str path, struct buf *text);

/*
 * Returns the facet whose vocabulary goes by what was written: the name of its folder, with
 * content/ before it or not, or its noun. NULL if none does.
 */
const struct facet *new_vocabulary(struct site *site, struct str written);

/* Returns the folders of all vocabularies, with commas between them. */
struct str new_vocabularies(struct arena *arena, const struct collection *collection);

/*
 * Makes a term, with the address that an entry has proposed for it (collection/proposals.h),
 * and says on stderr what to do next, and where.
 */
void new_term(struct site *site, struct str root, const struct facet *facet, struct str name);

#endif
