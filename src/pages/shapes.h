#ifndef PAGES_SHAPES_H
#define PAGES_SHAPES_H

#include "plan/plan.h"
#include "pages/theme.h"
#include "template/shape.h"

/*
 * What the templates of each family are given: the shapes of what
 * pages/pages.c makes. The notation is that of template/shape.h; theme/README.md
 * explains every name.
 */
const struct shape *shapes_of(struct arena *arena, enum family family,
                              const struct collection *collection, const struct theme *theme);

#endif
