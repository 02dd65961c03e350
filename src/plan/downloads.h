#ifndef PLAN_DOWNLOADS_H
#define PLAN_DOWNLOADS_H

#include "plan/plan.h"

/*
 * The collection to take along: which editions of it there are besides the site, and where. A
 * schema that says `downloads` under x-entries has them, and a page that leads to them; the
 * settings say which, and without a word there is the zip file.
 *
 * To add one: its name here, in downloads.c and in collection/own_schemas.c; its family
 * (plan/family.h) with `edition`; what the page says of it in every file of theme/strings/.
 */
enum download { DOWNLOAD_ZIP, DOWNLOAD_HTML, DOWNLOAD_EPUB, DOWNLOADS };

/* What the settings call it, and the ending of its file. */
extern const struct str download_names[DOWNLOADS];

/* Return whether the collection has that one, or any. */
bool plan_has_download(const struct collection *collection, enum download which);
bool plan_has_downloads(const struct collection *collection);

/* Return the page that leads to them, and one of them; the absent str if there is none. */
struct str plan_downloads_path(struct arena *arena, const struct collection *collection);
struct str plan_download_path(struct arena *arena, const struct collection *collection,
                              enum download which);

/* Returns which one an output is, that plan_add_download() has added. */
enum download plan_download_of(const struct output *output);

/* Adds the output of that edition, if there is one; for the `add` function of its family. */
void plan_add_download(struct plan *plan, enum download which);

#endif
