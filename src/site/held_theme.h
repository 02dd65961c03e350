#ifndef SITE_HELD_THEME_H
#define SITE_HELD_THEME_H

#include "base/hash.h"
#include "collection/collection.h"
#include "pages/theme.h"
#include "site/render.h"
#include "site/theme_place.h"

/*
 * What was read of a theme's files: its templates and words, or its assets; and what decides,
 * besides them, what that is.
 */
enum read_part { READ_TEXTS, READ_ASSETS, READ_PARTS };

struct read_files {
    struct arena arena;
    size_t holders;
    struct theme theme; /* as far as it was read */
    struct hash asked;
    bool clean; /* there was nothing to tell of it */
};

/* Which files of a theme have changed since it was loaded. */
enum theme_changed { THEME_UNCHANGED, THEME_ASSETS_CHANGED, THEME_CHANGED };

/*
 * The theme of a site with what the settings add to it, the colours and the mark, in memory of its
 * own: sites that follow each other may have one theme, until a file of it changes or they ask for
 * another; and such themes, what was read of the files and what was compiled of it.
 *
 *     struct held_theme *held = changed ? NULL : held_theme_take(before, &collection);
 *     if (!held)
 *         held = held_theme_load(&place, &collection, before, changed, stages, &diags);
 *     … held->theme …
 *     held_theme_drop(held);
 */
struct held_theme {
    struct arena arena;
    size_t holders;
    struct read_files *read[READ_PARTS];
    struct theme theme;
    struct compiled *compiled; /* its templates (site/render.h) */
    struct hash asked;         /* what decides, besides its files, what it is */
    bool clean;                /* there was nothing to tell of it */
    bool turns_pages; /* it has a way between the pages of a list: one from before there were any
                       * has none */
};

/*
 * Loads the theme that lies in a place, for a collection that has been loaded. What would be the
 * same is that of `before`, NULL or an earlier one; files are read again that may have `changed`
 * since.
 */
struct held_theme *held_theme_load(const struct theme_place *place,
                                   const struct collection *collection,
                                   const struct held_theme *before, enum theme_changed changed,
                                   struct stages *stages, struct diags *diags);

/*
 * Returns a theme whose files have not changed, for one holder more, if it would be loaded with the
 * same result and without a finding; else NULL.
 */
struct held_theme *held_theme_take(struct held_theme *theme, const struct collection *collection);

/* The last holder frees it. NULL is nothing. */
void held_theme_drop(struct held_theme *theme);

#endif
