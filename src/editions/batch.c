#include "editions/batch.h"

#include <assert.h>

#include "editions/edition.h"
#include "plan/identity.h"

void batch_init(struct batch *batch, const struct edition_maker *maker)
{
    const struct edition_store *store = maker->store;
    struct fs_pieces before;
    archive_init(&batch->archive, plan_edition_date(maker->view->plan));
    if (store && store->open_before(store->self, maker->output, &before))
        archive_before_open(&batch->before, maker->arena, &before);
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

static struct str rendered(const struct edition_maker *maker, const struct output *output,
                           struct arena *scratch, struct buf *whole)
{
    bool more = true;
    buf_clear(whole);
    for (size_t part = 0; more; part++) {
        more = maker->render(maker->renderer, output, part, scratch, whole);
        arena_reset(scratch);
    }
    return buf_str(whole);
}

static bool batch_has_before(const struct batch *batch, const struct batch_file *file)
{
    const struct edition_store *store = batch->maker->store;
    if (!batch->before.open || !file->name_before.ptr)
        return false;
    if (file->made_as)
        return store->is_made_as_before(store->self, file->made_as);
    return edition_has_as_it_is(&file->output) && store->is_as_before(store->self, &file->output);
}

/* Returns the bytes of a file, which may lie in `own`. */
static struct str batch_bytes(const struct batch *batch, const struct batch_file *file,
                              struct batch_worker *own)
{
    if (file->output.family)
        return rendered(batch->maker, &file->output, &own->scratch, &own->whole);
    if (!file->put)
        return file->bytes;
    buf_clear(&own->whole);
    file->put(&own->whole, batch->maker->view->collection);
    return buf_str(&own->whole);
}

static void batch_pack(void *context, size_t index, size_t worker)
{
    struct batch *batch = context;
    struct batch_slot *slot = &batch->slots[index];
    struct batch_worker *own = &batch->workers[worker];
    const struct batch_file *file = &slot->file;
    buf_clear(&slot->bytes);
    if (batch_has_before(batch, file) &&
        archive_before_put(&batch->before, file->name_before, &slot->packed, &slot->bytes))
        return;
    slot->packed =
        archive_pack(file->how, &own->packer, &slot->bytes, batch_bytes(batch, file, own));
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
    archive_before_close(&batch->before);
    for (size_t i = 0; i < BATCH; i++)
        buf_release(&batch->slots[i].bytes);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_release(&batch->workers[i].scratch);
        buf_release(&batch->workers[i].whole);
        packer_release(&batch->workers[i].packer);
    }
}
