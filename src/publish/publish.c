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
        struct arena arena; /* scratch, for one part */
        struct buf bytes;
    } workers[WORKERS_MAX];
};

/* An output on its way, a part at a time. */
struct rendering {
    const struct renderer *renderer;
    const struct output *output;
    struct arena *arena;
    struct buf *bytes;
    size_t part; /* the next one */
    bool done;
};

static bool next_part(void *self, struct str *piece)
{
    struct rendering *of = self;
    if (of->done)
        return false;
    buf_clear(of->bytes);
    of->done = !render_part(of->renderer, of->output, of->part++, of->arena, of->bytes);
    arena_reset(of->arena);
    *piece = buf_str(of->bytes);
    return true;
}

static void publish_one(void *context, size_t index, size_t worker)
{
    struct publish_job *job = context;
    const struct publish_options *options = job->options;
    const struct plan *plan = job->renderer->plan;
    struct rendering rendering = {.renderer = job->renderer,
                                  .output = &plan->outputs.items[index],
                                  .arena = &job->workers[worker].arena,
                                  .bytes = &job->workers[worker].bytes};
    job->sink->put(job->sink->self, index, &(struct pieces){&rendering, next_part});
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

static void put_in_folder(void *self, size_t index, const struct pieces *pieces)
{
    struct folder_sink *to = self;
    precompress_put(&to->copies, to->folder, index, pieces);
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
