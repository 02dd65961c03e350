#ifndef SITE_COPIED_H
#define SITE_COPIED_H

#include "plan/plan.h"

/*
 * Files that are published as they are: those of theme/assets, with their hashes in
 * their names, and the pictures and documents beside the texts. These are the functions of their
 * rows in site/families.c.
 */
void asset_add(struct plan *plan);
void asset_put(struct buf *out, const struct output *output, const struct plan *plan,
               struct arena *scratch);

void attachment_add(struct plan *plan);
void attachment_put(struct buf *out, const struct output *output, const struct plan *plan,
                    struct arena *scratch);

#endif
