#include "site/copied.h"

#include "base/buf.h"
#include "base/die.h"
#include "plan/paths.h"

void asset_add(struct plan *plan)
{
    for (size_t i = 0; i < plan->inputs.asset_count; i++) {
        const struct asset *asset = &plan->inputs.assets[i];
        plan_add(plan, (struct output){.path = plan_asset_path(&plan->arena, asset),
                                       .asset = asset,
                                       .origin = plan_settings_span(plan)});
    }
}

void asset_put(struct buf *out, const struct output *output, const struct plan *plan,
               struct arena *scratch)
{
    (void)plan;
    (void)scratch;
    buf_put(out, output->asset->bytes);
}

void picture_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->pictures.len; i++) {
        const struct picture *picture = &collection->pictures.items[i];
        plan_add(plan, (struct output){.path = plan_picture_path(&plan->arena, picture->path),
                                       .picture = picture,
                                       .origin = picture->origin});
    }
}

void picture_put(struct buf *out, const struct output *output, const struct plan *plan,
                 struct arena *scratch)
{
    struct str path = output->picture->path, picture;
    if (fs_read(plan->inputs.root, path, PICTURE_MAX, scratch, &picture) != FS_OK)
        die("bildet %.*s ble endret mens det ble lest; prøv igjen", STR_ARG(path));
    buf_put(out, picture);
}
