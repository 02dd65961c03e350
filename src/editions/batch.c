#include "editions/batch.h"

#include <assert.h>

#include "plan/identity.h"

void batch_init(struct batch *batch, const struct edition_maker *maker)
{
    const struct edition_store *store = maker->store;
    struct fs_pieces before;
    batch->maker = maker;
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
    batch->slots[batch->count++] = (struct batch_slot){.file = *file};
}

static struct str rendered(const struct edition_maker *maker, const struct output *output,
                           struct arena *scratch, struct buf *whole)
{
    bool more = true;
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
    file->put(&own->whole, batch->maker->view->collection);
    return buf_str(&own->whole);
}

/* Packs a file, of these bytes if they are at hand; NULL: they are not. */
static struct batch_piece pack_file(struct batch *batch, const struct batch_file *file,
                                    const struct str *bytes, size_t worker)
{
    struct batch_worker *own = &batch->workers[worker];
    struct batch_piece piece = {.made = true};
    if (!batch_has_before(batch, file) ||
        !archive_before_put(&batch->before, file->name_before, &piece.packed, &own->packed))
        piece.packed = archive_pack(file->how, &own->packer, &own->packed,
                                    bytes ? *bytes : batch_bytes(batch, file, own));
    piece.bytes = str_copy(&own->kept, buf_str(&own->packed));
    buf_clear_to(&own->packed, EDITION_HELD);
    buf_clear_to(&own->whole, EDITION_HELD);
    return piece;
}

struct batch_piece batch_pack(struct batch *batch, const struct batch_file *file, struct str bytes,
                              size_t worker)
{
    return pack_file(batch, file, &bytes, worker);
}

size_t batch_jobs(struct batch *batch)
{
    size_t count = 0;
    for (size_t i = batch->count; i-- > 0;) { /* what is drawn comes last, and takes longest */
        struct batch_slot *slot = &batch->slots[i];
        if (slot->file.piece && slot->file.piece->made)
            slot->piece = *slot->file.piece;
        else
            batch->unpacked[count++] = slot;
    }
    return count;
}

void batch_job(struct batch *batch, size_t index, size_t worker)
{
    struct batch_slot *slot = batch->unpacked[index];
    slot->piece = pack_file(batch, &slot->file, NULL, worker);
}

void batch_put(struct batch *batch, struct buf *out)
{
    for (size_t i = 0; i < batch->count; i++)
        archive_put(&batch->archive, out, batch->slots[i].file.name, &batch->slots[i].piece.packed,
                    batch->slots[i].piece.bytes);
    batch->count = 0;
    for (size_t i = 0; i < batch->maker->threads; i++)
        arena_reset(&batch->workers[i].kept);
}

void batch_end(struct batch *batch, struct buf *out)
{
    archive_end(&batch->archive, out);
    archive_before_close(&batch->before);
}

void batch_release(struct batch *batch)
{
    archive_before_close(&batch->before);
    buf_release(&batch->archive.directory);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        struct batch_worker *own = &batch->workers[i];
        arena_release(&own->scratch);
        arena_release(&own->kept);
        buf_release(&own->whole);
        buf_release(&own->packed);
        packer_release(&own->packer);
    }
}
