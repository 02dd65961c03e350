#include "publish/publish.h"

#include <stdatomic.h>

#include "base/said.h"
#include "base/stages.h"
#include "base/workers.h"
#include "site/families.h"

/* What the workers of publish_outputs() share. */
struct publish_job {
    const struct renderer *renderer;
    const struct publish_options *options;
    const struct sink *sink;
    enum render_round round;
    bool refused; /* an edition is */
    atomic_size_t done;
    struct str *held;         /* by output, for editions; NULL: there is none */
    atomic_size_t held_bytes; /* at most; they lie with the worker that made them */
    struct {
        struct arena arena; /* scratch, for one part */
        struct arena held;
        struct buf bytes;
    } workers[WORKERS_MAX];
};

/* An output on its way, a part at a time. */
struct rendering {
    const struct renderer *renderer;
    const struct output *output;
    struct edition_maker *edition; /* NULL: it is none */
    struct arena *arena;
    struct buf *bytes;
    size_t part; /* the next one */
    bool done;
    bool timed;
    double making; /* milliseconds, if it is timed */
    size_t len;    /* of the parts so far */
};

/* All threads are at work for an edition. */
static double work_clock(bool timed, bool edition)
{
    return !timed ? 0 : edition ? stages_process_clock() : stages_thread_clock();
}

static bool next_part(void *self, struct str *piece)
{
    struct rendering *of = self;
    if (of->done)
        return false;
    double start = work_clock(of->timed, of->edition);
    buf_clear(of->bytes);
    if (of->edition) {
        of->done = !render_edition_part(of->edition, of->part++, of->bytes);
    } else {
        of->done = !render_part(of->renderer, of->output, of->part++, of->arena, of->bytes);
        arena_reset(of->arena);
    }
    of->making += work_clock(of->timed, of->edition) - start;
    of->len += of->bytes->len;
    *piece = buf_str(of->bytes);
    return true;
}

static void note_work(const struct rendering *of, struct family_work *works, double took)
{
    struct family_work *work = &works[of->output->family - site_families];
    const double NANO = 1e6; /* in a millisecond */
    work->files += 1;
    work->bytes += of->len;
    work->making += (size_t)(of->making * NANO);
    work->writing += (size_t)((took - of->making) * NANO);
}

/* Holds what an output has, if it came in one part. */
static void hold(struct publish_job *job, const struct rendering *of, size_t index, size_t worker)
{
    struct str bytes = buf_str(of->bytes);
    if (!job->held || of->part > 1 ||
        atomic_fetch_add_explicit(&job->held_bytes, bytes.len, memory_order_relaxed) + bytes.len >
            PUBLISH_HELD_MAX)
        return;
    job->held[index] = str_copy(&job->workers[worker].held, bytes);
}

/* ---- what is stored for editions (struct edition_store) ---- */

static size_t stored_number(const struct publish_job *job, const struct output *output)
{
    const struct plan *plan = job->renderer->plan;
    return (size_t)(plan_find(plan, output->path) - plan->outputs.items);
}

static bool stored_put(const void *self, const struct output *output, struct buf *out)
{
    const struct publish_job *job = self;
    size_t index = stored_number(job, output);
    if (!job->held[index].ptr)
        return job->sink->read(job->sink->self, index, out);
    buf_put(out, job->held[index]);
    return true;
}

static bool stored_is_as_before(const void *self, const struct output *output)
{
    const struct publish_job *job = self;
    return job->sink->is_as_before(job->sink->self, stored_number(job, output));
}

static bool stored_is_made_as_before(const void *self, const struct output *output)
{
    const struct publish_job *job = self;
    return job->sink->is_made_as_before(job->sink->self, stored_number(job, output));
}

static bool stored_open_before(const void *self, const struct output *edition,
                               struct fs_pieces *file)
{
    const struct publish_job *job = self;
    return job->sink->open_before(job->sink->self, stored_number(job, edition), file);
}

/* ---- an output ---- */

/* Returns how many bytes it had. It has taken `checking` already, if that is timed. */
static size_t put_output(struct publish_job *job, const struct output *output, size_t index,
                         size_t worker, struct edition_maker *edition, double checking)
{
    const struct publish_options *options = job->options;
    struct arena *arena = &job->workers[worker].arena;
    struct rendering rendering = {.renderer = job->renderer,
                                  .output = output,
                                  .edition = edition,
                                  .arena = arena,
                                  .bytes = &job->workers[worker].bytes,
                                  .timed = options->work,
                                  .making = checking};
    double start = work_clock(options->work, edition) - checking;
    job->sink->put(job->sink->self, index, &(struct pieces){&rendering, next_part});
    if (options->work)
        note_work(&rendering, options->work, work_clock(true, edition) - start);
    if (!edition)
        hold(job, &rendering, index, worker);
    arena_reset(arena);
    return rendering.len;
}

/* The same; nothing is put after findings. */
static size_t put_edition(struct publish_job *job, const struct output *output, size_t index,
                          size_t worker)
{
    const struct publish_options *options = job->options;
    struct edition_store store = {.self = job,
                                  .put = stored_put,
                                  .is_as_before = stored_is_as_before,
                                  .is_made_as_before = stored_is_made_as_before,
                                  .open_before = stored_open_before};
    struct edition_maker edition = render_edition(job->renderer, output, &store, options->threads,
                                                  &job->workers[worker].arena);
    double start = work_clock(options->work, true);
    job->refused = job->refused || !render_edition_checked(&edition, options->diags);
    double checking = work_clock(options->work, true) - start;
    return job->refused ? 0 : put_output(job, output, index, worker, &edition, checking);
}

static void note_kept(const struct output *output, struct family_work *works, size_t len)
{
    struct family_work *work = &works[output->family - site_families];
    work->files += 1;
    work->bytes += len;
}

static void publish_one(void *context, size_t index, size_t worker)
{
    struct publish_job *job = context;
    const struct publish_options *options = job->options;
    const struct plan *plan = job->renderer->plan;
    const struct output *output = &plan->outputs.items[index];
    const struct sink *sink = job->sink;
    size_t len;
    if (render_round(output) != job->round)
        return;
    if (!sink->has || !sink->has(sink->self, index, &len))
        len = job->round == ROUND_EDITIONS ? put_edition(job, output, index, worker)
                                           : put_output(job, output, index, worker, NULL, 0);
    else if (options->work)
        note_kept(output, options->work, len);
    if (job->round == ROUND_EDITIONS)
        job->renderer->view.download_sizes[plan_download_of(output)] = len;
    size_t done = atomic_fetch_add_explicit(&job->done, 1, memory_order_relaxed) + 1;
    if (options->progress)
        options->progress(options->progress_context, done, plan->outputs.len);
}

static bool has_editions(const struct plan *plan)
{
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (render_round(&plan->outputs.items[i]) == ROUND_EDITIONS)
            return true;
    return false;
}

bool publish_outputs(const struct renderer *renderer, const struct publish_options *options,
                     const struct sink *sink)
{
    const struct plan *plan = renderer->plan;
    struct publish_job job = {.renderer = renderer, .options = options, .sink = sink};
    struct arena arena;
    arena_init(&arena);
    if (has_editions(plan))
        job.held = arena_items(&arena, struct str, plan->outputs.len);
    for (job.round = 0; job.round < RENDER_ROUNDS && !job.refused; job.round++)
        workers_run(job.round == ROUND_MOST ? options->threads : 1, plan->outputs.len, publish_one,
                    &job);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_release(&job.workers[i].arena);
        arena_release(&job.workers[i].held);
        buf_release(&job.workers[i].bytes);
    }
    arena_release(&arena);
    return !job.refused;
}

/* A folder, which copies it is given, and what its outputs are made from. */
struct folder_sink {
    struct folder *folder;
    struct precompress copies;
    const struct output_keys *keys;
};

static void put_in_folder(void *self, size_t index, const struct pieces *pieces)
{
    struct folder_sink *to = self;
    precompress_put(&to->copies, to->folder, index, pieces);
}

static bool is_in_folder(void *self, size_t index, size_t *len)
{
    struct folder_sink *to = self;
    const struct output *output = &to->keys->plan->outputs.items[index];
    return precompress_keep(&to->copies, to->folder, index, output_key(to->keys, output), len);
}

static bool read_from_folder(void *self, size_t index, struct buf *out)
{
    struct folder_sink *to = self;
    return folder_read(to->folder, precompress_place(&to->copies, index), out);
}

static bool is_in_folder_before(void *self, size_t index)
{
    struct folder_sink *to = self;
    return folder_is_as_before(to->folder, precompress_place(&to->copies, index));
}

static bool is_made_in_folder_before(void *self, size_t index)
{
    struct folder_sink *to = self;
    return folder_is_made_as_before(to->folder, precompress_place(&to->copies, index));
}

static bool open_in_folder(void *self, size_t index, struct fs_pieces *file)
{
    struct folder_sink *to = self;
    return folder_open_before(to->folder, precompress_place(&to->copies, index), file);
}

static void end_outputs(const struct publish_options *options)
{
    size_t files = 0, bytes = 0;
    for (size_t i = 0; options->work && i < site_family_count; i++) {
        files += options->work[i].files;
        bytes += options->work[i].bytes;
    }
    stages_end(options->stages, files, bytes);
}

struct folder_result publish_to_folder(const struct renderer *renderer, struct arena *arena,
                                       const struct publish_options *options, struct str folder,
                                       unsigned folder_flags)
{
    struct folder_sink to;
    struct stages *stages = options->stages;
    stages_begin(stages, SAID("ser på det som lå der", "looking at what was there"));
    precompress_init(&to.copies, arena, renderer->plan, options->precompress);
    to.folder = folder_open(arena, folder, to.copies.paths, to.copies.count, folder_flags);
    folder_set_stages(to.folder, stages);
    to.keys = options->keys;
    if (to.keys)
        folder_set_built(to.folder, options->before, options->built);
    stages_end(stages, 0, 0);
    stages_begin(stages, SAID("lager og skriver filene", "making and writing the files"));
    bool whole = publish_outputs(renderer, options,
                                 &(struct sink){.self = &to,
                                                .put = put_in_folder,
                                                .has = to.keys ? is_in_folder : NULL,
                                                .read = read_from_folder,
                                                .is_as_before = is_in_folder_before,
                                                .is_made_as_before = is_made_in_folder_before,
                                                .open_before = open_in_folder});
    end_outputs(options);
    if (!whole) {
        folder_abandon(to.folder);
        return (struct folder_result){.refused = true};
    }
    stages_begin(stages, SAID("setter på plass", "putting in place"));
    struct folder_result result = folder_commit(to.folder, options->threads);
    stages_end(stages, 1, result.sums_bytes);
    return result;
}
