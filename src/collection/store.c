#include "collection/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
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
    map_init(&store->left_out, arena);
}

/* Returns a new document at its place, with a path of its own that folder and slug point into. */
static struct document *document_new(const struct document *at)
{
    struct str path = at->source.path;
    struct document *document = memory_resize(NULL, sizeof *document + path.len);
    char *own = (char *)(document + 1);
    memcpy(own, path.ptr, path.len);
    *document = *at;
    document->source.path.ptr = own;
    document->folder.ptr = own + (at->folder.ptr - path.ptr);
    document->slug.ptr = own + (at->slug.ptr - path.ptr);
    return document;
}

void store_release(struct store *store)
{
    for (size_t i = 0; i < store->len; i++) {
        struct document *document = store->items[i];
        if (--document->holders)
            continue;
        document_drop(document);
        free(document);
    }
    for (size_t i = 0; store->shared && i < WORKERS_MAX; i++) {
        arena_release(&store->shared[i].texts);
        arena_release(&store->shared[i].all);
    }
}

void store_drop_texts(struct store *store)
{
    for (size_t i = 0; i < store->len; i++)
        store->items[i]->body.text = (struct str){0};
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_release(&store->shared[i].texts);
}

/* Returns the store if what it has read of documents is what would be read of them now. */
static const struct store *asked_the_same(const struct store *other, struct hash asked)
{
    return other && hash_eq(other->asked, asked) ? other : NULL;
}

void store_keep(struct store *store, struct hash asked, const struct store *before,
                const struct store_instead *instead)
{
    store->asked = asked;
    store->before = asked_the_same(before, asked);
    store->instead = instead;
}

static struct document *find_in(const struct store *store, const struct document *at)
{
    struct document *document = store ? store_find(store, at->source.path) : NULL;
    return document && document->kind == at->kind ? document : NULL;
}

/* Returns the document that an earlier store has read of the same bytes, or NULL. */
static struct document *find_kept(const struct store *store, const struct document *at)
{
    struct document *kept = find_in(store->before, at);
    bool same = kept && fs_stamp_is_known(&at->stamp) && fs_stamp_eq(&kept->stamp, &at->stamp);
    return same ? kept : NULL;
}

void store_add(struct store *store, const struct document *at)
{
    const struct store_instead *instead = store->instead;
    bool replaced = instead && map_get(&instead->paths, at->source.path);
    struct document *document =
        replaced ? find_in(asked_the_same(instead->good, store->asked), at) : find_kept(store, at);
    if (!document && replaced) {
        map_add(&store->left_out, at->source.path, store);
        map_add(&store->left_out, at->slug, store);
        return;
    }
    if (!document)
        document = document_new(at);
    document->number = (uint32_t)store->len;
    document->holders++;
    vec_push(store->arena, store, document);
}

static void read_document(void *context, size_t index, size_t worker)
{
    struct store_reader *job = context;
    struct arena *scratch = &job->scratches[worker];
    struct document_arenas *shared = job->store->shared ? &job->store->shared[worker] : NULL;
    if (job->store->items[index]->read)
        return;
    document_read(job->store->items[index], job->reader, shared, scratch);
    arena_reset(scratch);
}

void store_read(struct store *store, const struct document_reader *reader, size_t threads)
{
    struct store_reader job = {.store = store, .reader = reader};
    if (reader->shares)
        store->shared = arena_items(store->arena, struct document_arenas, WORKERS_MAX);
    workers_run(threads, store->len, read_document, &job);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_release(&job.scratches[i]);
    map_init_for(&store->by_path, store->arena, store->len);
    for (size_t i = 0; i < store->len; i++)
        map_add(&store->by_path, store->items[i]->source.path, store->items[i]);
    store->before = NULL;
    store->instead = NULL;
    store->reader = *reader;
}

void store_number(struct store *store)
{
    for (size_t i = 0; i < store->len; i++)
        store->items[i]->number = (uint32_t)i;
}

void store_read_again(struct document *document, const struct document_reader *reader)
{
    struct arena scratch;
    arena_init(&scratch);
    document_drop(document);
    document_read(document, reader, NULL, &scratch);
    arena_release(&scratch);
}

bool store_read_text(const struct store *store, struct document *document)
{
    struct arena scratch;
    arena_init(&scratch);
    bool taken = document_read_text(document, &store->reader, &scratch);
    arena_release(&scratch);
    return taken;
}

void store_findings(const struct store *store, struct diags *diags)
{
    for (size_t i = 0; i < store->len; i++)
        if (store->items[i]->diags)
            diag_gather(diags, store->items[i]->diags);
}

bool store_left_out(const struct store *store, struct str name)
{
    return map_get(&store->left_out, name) != NULL;
}

struct document *store_find(const struct store *store, struct str path)
{
    return map_get(&store->by_path, path);
}
