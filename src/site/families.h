#ifndef SITE_FAMILIES_H
#define SITE_FAMILIES_H

#include "plan/family.h"

/* Every kind of output that a site has. To add one: plan/family.h has the recipe. */
extern const struct family site_families[];
extern const size_t site_family_count;

#endif
