#ifndef SITE_SHARE_H
#define SITE_SHARE_H

#include "pages/theme.h"

/*
 * Returns the picture for where pages are shared: share.png among the assets, with the size that is
 * in its bytes.
 */
struct share_picture share_picture_of(const struct theme *theme);

#endif
