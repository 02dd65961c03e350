#ifndef SITE_COPIED_H
#define SITE_COPIED_H

#include "plan/plan.h"

/*
 * Files that are published as they are: those of theme/assets, with their hashes in
 * their names, and the pictures of the collection. These are the functions of their
 * rows in site/families.c.
 */
void asset_add(struct plan *plan);
void asset_put(struct buf *out, const struct output *output, const struct plan *plan,
               struct arena *scratch);

void picture_add(struct plan *plan);
void picture_put(struct buf *out, const struct output *output, const struct plan *plan,
                 struct arena *scratch);

#endif
