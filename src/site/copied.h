#ifndef SITE_COPIED_H
#define SITE_COPIED_H

#include "plan/plan.h"

/*
 * Files whose bytes are there already: those of theme/assets, as pages/theme.h has them and with
 * their hashes in their names, and the pictures and documents beside the texts, as they are.
 * These are the functions of their rows in site/families.c.
 */
void asset_add(struct plan *plan);
void asset_put(struct buf *out, const struct output *output, const struct plan *plan,
               struct arena *scratch);

void attachment_add(struct plan *plan);
void attachment_put(struct buf *out, const struct output *output, const struct plan *plan,
                    struct arena *scratch);

#endif
