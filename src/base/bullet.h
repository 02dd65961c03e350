#ifndef BASE_BULLET_H
#define BASE_BULLET_H

#include <stddef.h>

#include "base/str.h"

/* Returns how many bytes the sign has that people put before an item of a list, or 0. */
size_t bullet_len(struct str text);

#endif
