#ifndef PAGES_THEME_H
#define PAGES_THEME_H

#include "base/diag.h"
#include "base/fs.h"
#include "pages/theme_strings.h"
#include "plan/plan.h"
#include "template/template.h"

/*
 * The theme's files, read once: templates, words and assets. collection/theme_files.h says what
 * lies where; what is done with scripts and style sheets, pages/scripts.h.
 *
 * A theme has layers: the theme itself, and over it what the collection sets in the place of
 * parts of it, in content/theme/. There a template or an asset replaces the one of that name, or
 * is a new one, and a text replaces the one of that key.
 *
 *     theme_load_texts(&theme, &arena, layers, 2, language, &diags);
 *     theme_load_assets(&theme, &arena, layers, 2, &diags);
 *     … template_compile(…, &theme.library, …) of every page …
 *     theme_check_used(&theme, &diags);
 *
 * Every language must have the same keys as the site's own, and that one the words
 * which the program puts on pages itself (pages/words.h).
 */
struct theme_layer {
    const struct fs_root *root;
    struct str folder; /* below the root */
    struct str shown;  /* what findings call it */
};

struct theme {
    struct template_library library;
    bool *added; /* for each file of the library: only an upper layer has it */
    struct strings *languages;
    size_t language_count;
    struct asset *assets;
    size_t asset_count;
};

/*
 * Loads the templates and words of a theme from its layers, the lowest first. `language` is the
 * site's. Adds a finding for each file that cannot be read and each key that is missing or too
 * many. All of it lives in `arena`.
 */
void theme_load_texts(struct theme *theme, struct arena *arena, const struct theme_layer *layers,
                      size_t layer_count, struct str language, struct diags *diags);

/* The same for its assets, which depend on what its templates name. */
void theme_load_assets(struct theme *theme, struct arena *arena, const struct theme_layer *layers,
                       size_t layer_count, struct diags *diags);

/*
 * Tells of the templates that an upper layer has added and that no compiled template includes:
 * their names are most likely slips for others. Called when all have been compiled.
 */
void theme_check_used(const struct theme *theme, struct diags *diags);

/* Returns the name that templates have for a file of theme/assets: site.css is assets.site_css. */
struct str theme_asset_name(struct arena *arena, struct str file);

/* Returns the words of a language, or NULL if the theme has none. */
const struct strings *theme_strings(const struct theme *theme, struct str language);

#endif
