#include "data/web_manifest.h"

#include "base/json.h"
#include "plan/paths.h"

/* Those that the theme lacks are left out. */
static const struct icon {
    struct str asset, sizes, type;
} icons[] = {
    {STR_INIT("icon.svg"), STR_INIT("any"), STR_INIT("image/svg+xml")},
    {STR_INIT("icon-192.png"), STR_INIT("192x192"), STR_INIT("image/png")},
    {STR_INIT("icon-512.png"), STR_INIT("512x512"), STR_INIT("image/png")},
};

void web_manifest_add(struct plan *plan)
{
    plan_add(plan,
             (struct output){.path = STR(WEB_MANIFEST_PATH), .origin = plan_settings_span(plan)});
}

static void put_icon(struct json *json, const struct icon *icon, struct str path)
{
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("src"), path);
    json_put_member(json, STR("sizes"), icon->sizes);
    json_put_member(json, STR("type"), icon->type);
    json_close(json);
}

static void put_icons(struct json *json, const struct plan *plan, struct arena *scratch)
{
    json_key(json, STR("icons"));
    json_open_list(json, JSON_INDENTED);
    for (size_t i = 0; i < sizeof icons / sizeof *icons; i++) {
        const struct asset *asset = plan_asset(plan, icons[i].asset);
        if (asset)
            put_icon(json, &icons[i], plan_asset_path(scratch, asset));
    }
    json_close(json);
}

/* `display` is what it would be without: the site has no frame of its own to go back in. */
void web_manifest_put(struct buf *out, const struct output *output, const struct plan *plan,
                      struct arena *scratch)
{
    (void)output;
    const struct settings *settings = &plan->collection->settings;
    struct str description = value_get_str(settings->fields, STR("description"));
    struct json json = json_into(out);
    json_open_map(&json, JSON_INDENTED);
    json_put_member(&json, STR("name"), settings_name(scratch, settings));
    json_put_member(&json, STR("short_name"), settings->title);
    if (description.len)
        json_put_member(&json, STR("description"), description);
    json_put_member(&json, STR("lang"), settings->language);
    json_put_member(&json, STR("start_url"), STR(HOME_PATH));
    json_put_member(&json, STR("scope"), STR("./"));
    json_put_member(&json, STR("display"), STR("browser"));
    put_icons(&json, plan, scratch);
    json_close(&json);
    buf_byte(out, '\n');
}
