#include "site/share.h"

#include "attached/picture.h"
#include "pages/mark.h"

struct share_picture share_picture_of(const struct theme *theme)
{
    for (size_t i = 0; i < theme->asset_count; i++) {
        const struct asset *asset = &theme->assets[i];
        struct picture_facts facts = {0};
        if (!str_eq(asset->name, STR("share.png")))
            continue;
        if (asset->drawn)
            return (struct share_picture){asset, MARK_SHARE_WIDTH, MARK_SHARE_HEIGHT};
        if (content_of(asset->bytes) == CONTENT_PNG)
            picture_read(&facts, CONTENT_PNG, asset->bytes);
        return (struct share_picture){asset, facts.width, facts.height};
    }
    return (struct share_picture){0};
}
