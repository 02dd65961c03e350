#ifndef DATA_WEB_MANIFEST_H
#define DATA_WEB_MANIFEST_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * The web app manifest (https://www.w3.org/TR/appmanifest/): what the site is called where a
 * reader puts it beside programs, and its icons, those of the theme that icons[] of the .c file
 * names. All addresses in it are relative.
 */
void web_manifest_add(struct plan *plan);
void web_manifest_put(struct buf *out, const struct output *output, const struct plan *plan,
                      struct arena *scratch);

#endif
