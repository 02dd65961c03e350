#include "publish/publish.h"

#include <stdatomic.h>

#include "base/workers.h"

/* What the workers of publish_outputs() share. */
struct publish_job {
    const struct renderer *renderer;
    const struct publish_options *options;
    const struct sink *sink;
    atomic_size_t done;
    struct {
        struct arena arena; /* scratch, for one output */
        struct buf bytes;
    } workers[WORKERS_MAX];
};

static void publish_one(void *context, size_t index, size_t worker)
{
    struct publish_job *job = context;
    const struct publish_options *options = job->options;
    const struct plan *plan = job->renderer->plan;
    struct arena *arena = &job->workers[worker].arena;
    struct buf *bytes = &job->workers[worker].bytes;
    buf_clear(bytes);
    render_output(job->renderer, &plan->outputs.items[index], arena, bytes);
    job->sink->put(job->sink->self, index, buf_str(bytes));
    arena_reset(arena);
    size_t done = atomic_fetch_add_explicit(&job->done, 1, memory_order_relaxed) + 1;
    if (options->progress)
        options->progress(options->progress_context, done, plan->outputs.len);
}

void publish_outputs(const struct renderer *renderer, const struct publish_options *options,
                     const struct sink *sink)
{
    struct publish_job job = {.renderer = renderer, .options = options, .sink = sink};
    workers_run(options->threads, renderer->plan->outputs.len, publish_one, &job);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_release(&job.workers[i].arena);
        buf_release(&job.workers[i].bytes);
    }
}

/* A folder, and which copies it is given. */
struct folder_sink {
    struct folder *folder;
    struct precompress copies;
};

static void put_in_folder(void *self, size_t index, struct str bytes)
{
    struct folder_sink *to = self;
    precompress_put(&to->copies, to->folder, index, bytes);
}

struct folder_result publish_to_folder(const struct renderer *renderer, struct arena *arena,
                                       const struct publish_options *options, struct str folder,
                                       unsigned folder_flags)
{
    struct folder_sink to;
    precompress_init(&to.copies, arena, renderer->plan, options->precompress);
    to.folder = folder_open(arena, folder, to.copies.paths, to.copies.count, folder_flags);
    struct sink sink = {&to, put_in_folder};
    publish_outputs(renderer, options, &sink);
    return folder_commit(to.folder, options->threads);
}
