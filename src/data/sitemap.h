#ifndef DATA_SITEMAP_H
#define DATA_SITEMAP_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * The addresses of all pages, for search engines (https://www.sitemaps.org/protocol.html):
 * sitemap.xml, or, of more pages than a file may have, an index of that name and the parts it
 * names. There is none if the site has no known address, for a sitemap has full ones only.
 *
 * `lastmod` is what the field `updated` says, and no page has another: the bytes do not depend on
 * the day of the build.
 *
 * A family of wave 1 (plan/family.h). Redirects and 404.html are no pages of it.
 */
void sitemap_add(struct plan *plan);

#endif
