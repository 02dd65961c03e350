#ifndef EDITIONS_SITE_ZIP_H
#define EDITIONS_SITE_ZIP_H

#include "plan/plan.h"

/*
 * The site as it is in a zip file, to be read from a folder: all its files in one folder that is
 * called as the entries are, and first of them one by a name that says where to begin, in the
 * language of the site, with the same bytes as the front page. Other editions are left out.
 */
void site_zip_add(struct plan *plan);
extern const struct edition_kind site_zip_edition;

#endif
