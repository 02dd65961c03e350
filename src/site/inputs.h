#ifndef SITE_INPUTS_H
#define SITE_INPUTS_H

#include "base/fs_walk.h"
#include "site/theme_place.h"

/*
 * The files that a site is made from, each with its stamp: content/, the theme and, over it, the
 * collection's own parts of it. They are looked at before anything is read, so that one that is
 * changed meanwhile has another stamp the next time.
 *
 *     struct fs_list inputs = {0};
 *     inputs_look(&inputs, FS_FOLDERS, &arena, &site.root, &site.theme_place);
 *     … inputs.items[1].path …                     // content/site.yaml
 *     … inputs_stand(&inputs, &arena, &site.root, &site.theme_place) …    // another time
 */

/*
 * Looks at the files of a site that has begun (site/site.h), with FS_FOLDERS also at the folders
 * that they lie in (base/fs_walk.h). A stamp is all zero if it is young: what it stands for cannot
 * be told apart from what comes next (base/fs_stamp.h).
 */
void inputs_look(struct fs_list *inputs, unsigned how, struct arena *arena,
                 const struct fs_root *root, const struct theme_place *place);

/* Whether files and folders that were looked at are what would be found now. Reads no file. */
bool inputs_stand(const struct fs_list *before, struct arena *arena, const struct fs_root *root,
                  const struct theme_place *place);

#endif
