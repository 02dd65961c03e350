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
 *     theme/assets/FILE                goes out as it is, under a hashed name
 *
 * Every language has the same keys as the site's own, among them the words that
 * the program itself puts on pages (pages/words.h). All of it lives in the arena it
 * was loaded into.
 */
#define THEME_FOLDER "theme"

struct strings {
    struct str language;
    const struct value *texts; /* a map of texts; NULL when the file could not be read */
};

struct theme {
    struct template_library library;
    struct strings *languages;
    size_t language_count;
    struct asset *assets;
    size_t asset_count;
};

/* `language` is the site's; its strings are the measure for the others. */
void theme_load(struct theme *theme, struct arena *arena, const struct fs_root *root,
                struct str language, struct diags *diags);

/* The words for a language, or NULL when the theme has none. */
const struct strings *theme_strings(const struct theme *theme, struct str language);

#endif
