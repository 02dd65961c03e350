#ifndef PAGES_THEME_STRINGS_H
#define PAGES_THEME_STRINGS_H

#include "base/diag.h"
#include "base/map.h"

struct value;

/*
 * The words of a theme: its languages held against each other, and those that a collection sets
 * itself put among them.
 *
 *     strings_compare(&all, folder, language, &arena, &diags);
 *     strings_join(&all, &own, language, &named, &arena, &diags);
 *     strings_check_own(strings, &diags);
 */
struct strings {
    struct str language;
    const struct value *texts; /* a map of texts; NULL if the file could not be read */
};

struct strings_list {
    struct strings *items;
    size_t len, cap;
};

/* Returns the words of a language, or NULL. */
struct strings *strings_of(const struct strings_list *all, struct str language);

/* Notes every word of a template in `named`: it may be the key of a text. */
void strings_note(struct map *named, struct str template);

/*
 * Tells of the keys that one language has and the site's own has not, or the other way round,
 * and of a site's language that is not there. `folder` is the lowest theme's, as it is shown.
 */
void strings_compare(const struct strings_list *all, struct str folder, struct str language,
                     struct arena *arena, struct diags *diags);

/*
 * Puts the texts of `own` in the place of those with the same keys in `all`, which has the same
 * languages, or adds them. A new one that some language has not is shown there as in the site's
 * own. Tells of new ones that are not `named` by a template.
 */
void strings_join(struct strings_list *all, const struct strings_list *own, struct str language,
                  const struct map *named, struct arena *arena, struct diags *diags);

/* Tells of the words that the program looks up by name (pages/words.h) and that are not there. */
void strings_check_own(const struct strings *strings, struct diags *diags);

#endif
