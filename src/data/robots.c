#include "data/robots.h"

#include "plan/paths.h"

void robots_add(struct plan *plan)
{
    plan_add(plan, (struct output){.path = STR(ROBOTS_PATH), .origin = plan_settings_span(plan)});
}

void robots_put(struct buf *out, const struct output *output, const struct plan *plan,
                struct arena *scratch)
{
    (void)output;
    struct str sitemap = plan_address(scratch, plan->collection, STR(SITEMAP_PATH));
    buf_lit(out, "User-agent: *\nAllow: /\n");
    if (sitemap.len)
        buf_format(out, "\nSitemap: %.*s\n", STR_ARG(sitemap));
}
