#ifndef SITE_COPIED_H
#define SITE_COPIED_H

#include "plan/plan.h"

/*
 * Files that go out as they are, as rows of site/families.c: those of
 * theme/assets, under names that hold their hashes, and the collection's pictures.
 */
void asset_add(struct plan *plan);
void asset_put(struct buf *out, const struct output *output, const struct plan *plan,
               struct arena *scratch);

void picture_add(struct plan *plan);
void picture_put(struct buf *out, const struct output *output, const struct plan *plan,
                 struct arena *scratch);

#endif
