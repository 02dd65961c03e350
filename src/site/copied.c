#include "site/copied.h"

#include "base/buf.h"
#include "base/die.h"
#include "pages/mark.h"
#include "plan/paths.h"

void asset_add(struct plan *plan)
{
    for (size_t i = 0; i < plan->inputs.asset_count; i++) {
        const struct asset *asset = &plan->inputs.assets[i];
        if (asset->inlined)
            continue;
        plan_add(plan, (struct output){.path = plan_asset_path(&plan->arena, asset),
                                       .asset = asset,
                                       .origin = plan_settings_span(plan)});
    }
}

void asset_put(struct buf *out, const struct output *output, const struct plan *plan,
               struct arena *scratch)
{
    const struct asset *asset = output->asset;
    (void)scratch;
    if (asset->drawn)
        mark_put(out, asset->name, plan->collection);
    else
        buf_put(out, asset->bytes);
}

void attachment_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->attachments.len; i++) {
        const struct attachment *attachment = collection->attachments.items[i];
        if (attachment->published)
            plan_add(plan, (struct output){
                               .path = plan_attachment_path(&plan->arena, collection, attachment),
                               .attachment = attachment,
                               .origin = attachment_span(attachment)});
    }
}

void attachment_put(struct buf *out, const struct output *output, const struct plan *plan,
                    struct arena *scratch)
{
    const struct attachment *attachment = output->attachment;
    struct str path = attachment->source.path, bytes;
    if (fs_read(plan->inputs.root, path, attachment->size, scratch, &bytes) != FS_OK ||
        bytes.len != attachment->size) {
        if (plan->inputs.root->forgiving)
            return; /* it is read again as soon as the change is seen */
        die(SAID("filen %.*s ble endret mens den ble lest; prøv igjen",
                 "the file %.*s was changed while it was read; try again"),
            STR_ARG(path));
    }
    buf_put(out, bytes);
}
