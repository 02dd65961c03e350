#ifndef DATA_ROBOTS_H
#define DATA_ROBOTS_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * robots.txt (RFC 9309): all programs may fetch all pages, search engines and those that archive
 * the web alike; and where the sitemap is, if the site has a known address. Programs ask for it at
 * the top of a host only, so of a site in a folder nobody reads it.
 */
void robots_add(struct plan *plan);
void robots_put(struct buf *out, const struct output *output, const struct plan *plan,
                struct arena *scratch);

#endif
