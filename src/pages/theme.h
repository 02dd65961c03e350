#ifndef PAGES_THEME_H
#define PAGES_THEME_H

#include "base/diag.h"
#include "base/fs.h"
#include "plan/plan.h"
#include "template/template.h"

/*
 * The theme's files, read once: templates, words and assets.
 *
 *     theme/templates/NAME.mustache    a page, or a partial of one
 *     theme/strings/LANGUAGE.yaml      the words of the interface, by key
 *     theme/assets/FILE                published with its hash in the name; scripts and style
 *                                      sheets as pages/scripts.h says
 *
 * Every language must have the same keys as the site's own, and that one the words
 * which the program puts on pages itself (pages/words.h).
 */
#define THEME_FOLDER "theme"

struct strings {
    struct str language;
    const struct value *texts; /* a map of texts; NULL if the file could not be read */
};

struct theme {
    struct template_library library;
    struct strings *languages;
    size_t language_count;
    struct asset *assets;
    size_t asset_count;
};

/*
 * Loads the theme below `root`. `language` is the site's. Adds a finding for each
 * file that cannot be read and each key that is missing or too many. All of it
 * lives in `arena`.
 */
void theme_load(struct theme *theme, struct arena *arena, const struct fs_root *root,
                struct str language, struct diags *diags);

/* Returns the words of a language, or NULL if the theme has none. */
const struct strings *theme_strings(const struct theme *theme, struct str language);

#endif
