#ifndef SITE_THEME_PLACE_H
#define SITE_THEME_PLACE_H

#include "pages/theme.h"

/*
 * Where the theme of a site lies: in the site's folder, or with the program.
 *
 *     theme/             in the folder that holds content/, if there is one; or else
 *     the program's      in the program's folder or in one of the three that it lies in, in
 *                        ../share/samling, or in share/samling below the PREFIX that make was
 *                        given; the first that is there
 *     content/theme/     over it: what the collection sets in the place of parts of it
 *
 * Calling sequence
 * ----------------
 *
 *     theme_place_find(&place, &arena, &root);     // before the program is shut in
 *     … theme_load_texts(&theme, &arena, place.layers, place.count, …) …
 *     theme_place_turn(&place);                    // if it is followed, before it is loaded again
 *     theme_place_close(&place);
 */
enum { THEME_LAYERS = 2 };

struct theme_place {
    struct fs_root program; /* the folder that holds the program's theme */
    struct str shown;       /* the path of that theme */
    struct theme_layer layers[THEME_LAYERS];
    size_t count;
};

/*
 * Finds the theme of the site in `site`, which must outlive the place. It must not be moved in
 * memory. Where there is no theme that ends the program, with the places where it was looked for.
 */
void theme_place_find(struct theme_place *place, struct arena *arena, const struct fs_root *site);

/*
 * The site's own theme may come and go from here on: the program's is found, too, if there is one.
 * theme_place_turn() says which it is now.
 */
void theme_place_follow(struct theme_place *place, struct arena *arena);
void theme_place_turn(struct theme_place *place);

/* Whether a path, as it is shown, is that of one of the theme's assets, in whichever layer. */
bool theme_place_has_asset(const struct theme_place *place, struct str path);

/* Finds the program's own theme; `program` is then the folder that holds it. The same if none. */
void theme_place_program(struct fs_root *program, struct arena *arena);

/* Allows the program's theme to be read (base/confine.h), if it is that. */
void theme_place_allow(const struct theme_place *place, struct confine *confine);

void theme_place_close(struct theme_place *place);

#endif
