#include "commands/base_url.h"

#include "base/die.h"
#include "collection/own_schemas.h"

void base_url_check(struct str url)
{
    if (url.len == 0)
        return;
    struct arena arena;
    struct diags diags;
    arena_init(&arena);
    diag_init(&diags);
    const struct schema *site = builtin_schema(&arena, SCHEMA_SITE);
    const struct schema *base_url = schema_property(site, STR("base_url"))->schema;
    if (!schema_check(base_url, value_text(&arena, url), &arena, &diags))
        die(SAID("--base-url skal begynne med https:// eller http://, ha et vertsnavn og slutte "
                 "med / (som https://eksempel.no/a/), ikke være «%.*s»",
                 "--base-url must begin with https:// or http://, have a host name and end with / "
                 "(as https://example.com/a/), not be “%.*s”"),
            STR_ARG(url));
    diag_release(&diags);
    arena_release(&arena);
}
