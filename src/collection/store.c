#include "collection/store.h"

#include "base/vec.h"
#include "base/workers.h"

struct store_reader {
    struct store *store;
    const struct document_reader *reader;
    struct arena scratches[WORKERS_MAX];
};

void store_init(struct store *store, struct arena *arena)
{
    *store = (struct store){.arena = arena};
    map_init(&store->by_path, arena);
}

void store_release(struct store *store)
{
    for (size_t i = 0; i < store->len; i++)
        document_drop(&store->items[i]);
}

void store_add(struct store *store, struct document document)
{
    document.number = store->len;
    vec_push(store->arena, store, document);
}

static void read_document(void *context, size_t index, size_t worker)
{
    struct store_reader *job = context;
    struct arena *scratch = &job->scratches[worker];
    document_read(&job->store->items[index], job->reader, scratch);
    arena_reset(scratch);
}

void store_read(struct store *store, const struct document_reader *reader, size_t threads)
{
    struct store_reader job = {.store = store, .reader = reader};
    workers_run(threads, store->len, read_document, &job);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_release(&job.scratches[i]);
    for (size_t i = 0; i < store->len; i++)
        map_add(&store->by_path, store->items[i].source.path, &store->items[i]);
}

void store_read_again(struct document *document, const struct document_reader *reader)
{
    struct arena scratch;
    arena_init(&scratch);
    document_drop(document);
    document_read(document, reader, &scratch);
    arena_release(&scratch);
}

void store_findings(const struct store *store, struct diags *diags)
{
    for (size_t i = 0; i < store->len; i++)
        diag_gather(diags, &store->items[i].diags);
}

struct document *store_find(const struct store *store, struct str path)
{
    return map_get(&store->by_path, path);
}
