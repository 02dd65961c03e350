#include "editions/batch.h"

#include <assert.h>

#include "base/value.h"
#include "collection/collection.h"
#include "editions/edition.h"

void batch_init(struct batch *batch, const struct collection *collection)
{
    const struct value *edition = value_get(collection->settings.fields, STR("edition"));
    archive_init(&batch->archive, value_get_str(edition, STR("date")));
}

bool batch_has_room(const struct batch *batch)
{
    return batch->count < BATCH;
}

void batch_take(struct batch *batch, const struct batch_file *file)
{
    assert(batch_has_room(batch));
    batch->slots[batch->count++].file = *file;
}

static void pack_output(struct packing *packing, struct batch_slot *slot,
                        const struct edition_maker *maker, struct arena *scratch, struct buf *piece)
{
    bool more = true;
    for (size_t part = 0; more; part++) {
        buf_clear(piece);
        more = maker->render(maker->renderer, &slot->file.output, part, scratch, piece);
        arena_reset(scratch);
        pack_append(packing, &slot->bytes, buf_str(piece));
    }
}

static void batch_pack(void *context, size_t index, size_t worker)
{
    struct batch *batch = context;
    struct batch_slot *slot = &batch->slots[index];
    struct packing packing = pack_begin(slot->file.how, &batch->workers[worker].held);
    buf_clear(&slot->bytes);
    if (slot->file.output.family)
        pack_output(&packing, slot, batch->maker, &batch->workers[worker].scratch,
                    &batch->workers[worker].piece);
    else
        pack_append(&packing, &slot->bytes, slot->file.bytes);
    slot->packed = pack_end(&packing, &slot->bytes);
}

void batch_put(struct batch *batch, const struct edition_maker *maker, struct buf *out)
{
    batch->maker = maker;
    workers_run(maker->threads, batch->count, batch_pack, batch);
    for (size_t i = 0; i < batch->count; i++)
        archive_put(&batch->archive, out, batch->slots[i].file.name, &batch->slots[i].packed,
                    buf_str(&batch->slots[i].bytes));
    batch->count = 0;
}

void batch_end(struct batch *batch, struct buf *out)
{
    archive_end(&batch->archive, out);
    for (size_t i = 0; i < BATCH; i++)
        buf_release(&batch->slots[i].bytes);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_release(&batch->workers[i].scratch);
        buf_release(&batch->workers[i].piece);
        pack_release(batch->workers[i].held);
    }
}
