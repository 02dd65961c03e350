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

static void put_in_folder(void *self, size_t index, struct str bytes)
{
    folder_put(self, index, bytes);
}

struct folder_result publish_to_folder(const struct renderer *renderer, struct arena *arena,
                                       const struct publish_options *options, struct str folder,
                                       unsigned folder_flags)
{
    size_t count = renderer->plan->outputs.len;
    struct str *paths = arena_items(arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        paths[i] = renderer->plan->outputs.items[i].path;
    struct folder *opened = folder_open(arena, folder, paths, count, folder_flags);
    struct sink sink = {opened, put_in_folder};
    publish_outputs(renderer, options, &sink);
    return folder_commit(opened, options->threads);
}
