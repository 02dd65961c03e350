#include "publish/publish.h"

#include <stdatomic.h>

#include "base/memory.h"
#include "base/said.h"
#include "base/stages.h"
#include "base/workers.h"
#include "site/families.h"

/* An edition on its way, from before the first output is made until after the last. */
struct edition_file {
    struct edition_maker maker;
    struct arena arena;
    size_t index; /* of its output */
    struct precompress_file file;
    struct buf bytes; /* of a part */
    size_t part;      /* the next one */
    size_t jobs;      /* to do before that can be put */
    bool more;        /* whether there is one */
};

struct publishing {
    const struct renderer *renderer;
    const struct publish_options *options;
    struct folder *folder;
    struct precompress copies;
    struct edition_store store;
    struct edition_file editions[DOWNLOADS]; /* those that are made */
    size_t edition_count;
    size_t first; /* of the outputs that are being made */
    atomic_size_t done;
    struct publish_worker {
        struct arena arena; /* scratch, for one part */
        struct buf bytes;
    } workers[WORKERS_MAX];
};

/* ---- what it takes ---- */

static double thread_clock(const struct publishing *to)
{
    return to->options->work ? stages_thread_clock() : 0;
}

/* For what all threads do together. */
static double all_threads_clock(const struct publishing *to)
{
    return to->options->work ? stages_process_clock() : 0;
}

/* Of one thread or several. */
static void note_work(const struct publishing *to, const struct output *output, double making,
                      double writing)
{
    const double NANO = 1e6; /* in a millisecond */
    if (!to->options->work)
        return;
    struct family_work *work = &to->options->work[output->family - site_families];
    work->making += (size_t)(making * NANO);
    work->writing += (size_t)(writing * NANO);
}

static void note_done(struct publishing *to, const struct output *output, size_t len)
{
    const struct publish_options *options = to->options;
    if (options->work) {
        options->work[output->family - site_families].files += 1;
        options->work[output->family - site_families].bytes += len;
    }
    size_t done = atomic_fetch_add_explicit(&to->done, 1, memory_order_relaxed) + 1;
    if (options->progress)
        options->progress(options->progress_context, done, to->renderer->plan->outputs.len);
}

/* ---- what is stored for editions (struct edition_store) ---- */

static size_t stored_at(const struct publishing *to, const struct output *output)
{
    const struct plan *plan = to->renderer->plan;
    size_t index = (size_t)(plan_find(plan, output->path) - plan->outputs.items);
    return precompress_place(&to->copies, index);
}

static bool stored_put(const void *self, const struct output *output, struct buf *out)
{
    const struct publishing *to = self;
    return folder_read(to->folder, stored_at(to, output), out);
}

static bool stored_is_as_before(const void *self, const struct output *output)
{
    const struct publishing *to = self;
    return folder_is_as_before(to->folder, stored_at(to, output));
}

static bool stored_is_made_as_before(const void *self, const struct output *output)
{
    const struct publishing *to = self;
    return folder_is_made_as_before(to->folder, stored_at(to, output));
}

static bool stored_open_before(const void *self, const struct output *edition,
                               struct fs_pieces *file)
{
    const struct publishing *to = self;
    return folder_open_before(to->folder, stored_at(to, edition), file);
}

/* ---- an output ---- */

static bool is_kept(const struct publishing *to, size_t index, size_t *len)
{
    const struct output_keys *keys = to->options->keys;
    return keys &&
           precompress_keep(&to->copies, to->folder, index,
                            output_key(keys, &to->renderer->plan->outputs.items[index]), len);
}

static bool is_taken(const struct publishing *to, const struct output *output)
{
    bool taken = false;
    for (size_t i = 0; i < to->edition_count && edition_has_as_it_is(output); i++)
        taken = taken || to->editions[i].maker.output->family->edition->take;
    return taken;
}

static void show(struct publishing *to, const struct output *output, struct str bytes,
                 size_t worker)
{
    for (size_t i = 0; i < to->edition_count; i++) {
        struct edition_maker *maker = &to->editions[i].maker;
        double start = thread_clock(to);
        if (!maker->output->family->edition->take)
            continue;
        maker->output->family->edition->take(maker, output, bytes, worker);
        note_work(to, maker->output, thread_clock(to) - start, 0);
    }
}

/* Returns how many bytes it has. Those of the parts before stay if an edition takes them all. */
static size_t put_output(struct publishing *to, size_t index, size_t worker)
{
    const struct output *output = &to->renderer->plan->outputs.items[index];
    struct publish_worker *own = &to->workers[worker];
    bool more = true, taken = is_taken(to, output);
    struct precompress_file file;
    double making = 0, start = thread_clock(to);
    precompress_begin(&file, &to->copies, to->folder, index);
    for (size_t part = 0; more; part++) {
        double begin = thread_clock(to);
        size_t before = own->bytes.len;
        more = render_part(to->renderer, output, part, &own->arena, &own->bytes);
        arena_reset(&own->arena);
        making += thread_clock(to) - begin;
        precompress_append(&file, str_from(buf_str(&own->bytes), before));
        if (!taken)
            buf_clear(&own->bytes);
    }
    precompress_end(&file);
    note_work(to, output, making, thread_clock(to) - start - making);
    if (taken)
        show(to, output, buf_str(&own->bytes), worker);
    buf_clear_to(&own->bytes, EDITION_HELD);
    return file.file.len;
}

static void publish_one(struct publishing *to, size_t index, size_t worker)
{
    size_t len;
    if (!is_kept(to, index, &len))
        len = put_output(to, index, worker);
    note_done(to, &to->renderer->plan->outputs.items[index], len);
}

static void publish_of_most(void *context, size_t job, size_t worker)
{
    struct publishing *to = context;
    size_t index = to->first + job;
    if (render_round(&to->renderer->plan->outputs.items[index]) == ROUND_MOST)
        publish_one(to, index, worker);
}

/* ---- an edition ---- */

static void edition_made(struct publishing *to, const struct output *output, size_t len)
{
    to->renderer->view.download_sizes[plan_download_of(output)] = len;
    note_done(to, output, len);
}

/* Begins those that are not kept. */
static void begin_editions(struct publishing *to)
{
    const struct plan *plan = to->renderer->plan;
    size_t len;
    to->store = (struct edition_store){.self = to,
                                       .put = stored_put,
                                       .is_as_before = stored_is_as_before,
                                       .is_made_as_before = stored_is_made_as_before,
                                       .open_before = stored_open_before};
    for (size_t i = 0; i < plan->outputs.len; i++) {
        const struct output *output = &plan->outputs.items[i];
        if (render_round(output) != ROUND_EDITIONS)
            continue;
        if (is_kept(to, i, &len)) {
            edition_made(to, output, len);
            continue;
        }
        struct edition_file *edition = &to->editions[to->edition_count++];
        double start = all_threads_clock(to);
        *edition = (struct edition_file){.index = i, .more = true};
        render_edition_begin(&edition->maker, to->renderer, output, &to->store,
                             to->options->threads, &edition->arena);
        note_work(to, output, all_threads_clock(to) - start, 0);
    }
}

/* Asks how many jobs its next part has. */
static void prepare_part(struct publishing *to, struct edition_file *edition)
{
    const struct output *output = edition->maker.output;
    double start = thread_clock(to);
    edition->jobs = output->family->edition->jobs(&edition->maker, edition->part);
    note_work(to, output, thread_clock(to) - start, 0);
}

/* Does a job of those of all editions. */
static void run_job(void *context, size_t job, size_t worker)
{
    struct publishing *to = context;
    struct edition_file *edition = to->editions;
    for (; job >= edition->jobs; edition++)
        job -= edition->jobs;
    const struct output *output = edition->maker.output;
    double start = thread_clock(to);
    output->family->edition->job(&edition->maker, job, worker);
    note_work(to, output, thread_clock(to) - start, 0);
}

static void run_jobs(struct publishing *to)
{
    size_t jobs = 0;
    for (size_t i = 0; i < to->edition_count; i++)
        jobs += to->editions[i].jobs;
    workers_run(to->options->threads, jobs, run_job, to);
    for (size_t i = 0; i < to->edition_count; i++)
        to->editions[i].jobs = 0;
}

/* Puts a part whose jobs have been done. */
static void put_part(struct publishing *to, struct edition_file *edition)
{
    double start = thread_clock(to);
    buf_clear(&edition->bytes);
    edition->more = render_edition_put(&edition->maker, edition->part, &edition->bytes);
    double made = thread_clock(to);
    if (edition->part++ == 0)
        precompress_begin(&edition->file, &to->copies, to->folder, edition->index);
    precompress_append(&edition->file, buf_str(&edition->bytes));
    if (!edition->more)
        precompress_end(&edition->file);
    note_work(to, edition->maker.output, made - start, thread_clock(to) - made);
}

/* Puts the parts of a stretch that has been made. */
static void put_in_step(struct publishing *to)
{
    for (size_t i = 0; i < to->edition_count; i++) {
        struct edition_file *edition = &to->editions[i];
        if (!edition->maker.output->family->edition->in_step)
            continue;
        prepare_part(to, edition);
        run_jobs(to);
        put_part(to, edition);
    }
}

/* Puts parts as long as they have no jobs. */
static void put_ready(void *context, size_t index, size_t worker)
{
    struct publishing *to = context;
    struct edition_file *edition = &to->editions[index];
    (void)worker;
    while (edition->more && edition->jobs == 0) {
        put_part(to, edition);
        if (edition->more)
            prepare_part(to, edition);
    }
}

/* Puts the parts that are left. */
static void put_editions(struct publishing *to)
{
    bool more = false;
    for (size_t i = 0; i < to->edition_count; i++) {
        prepare_part(to, &to->editions[i]);
        more = true;
    }
    while (more) {
        more = false;
        run_jobs(to);
        workers_run(to->options->threads, to->edition_count, put_ready, to);
        for (size_t i = 0; i < to->edition_count; i++)
            more = more || to->editions[i].more;
    }
    for (size_t i = 0; i < to->edition_count; i++)
        edition_made(to, to->editions[i].maker.output, to->editions[i].file.file.len);
}

/* Returns false after findings: then the rest is not put. */
static bool check_editions(struct publishing *to)
{
    bool whole = true;
    for (size_t i = 0; i < to->edition_count; i++) {
        struct edition_maker *maker = &to->editions[i].maker;
        double start = all_threads_clock(to);
        whole = render_edition_checked(maker, to->options->diags) && whole;
        note_work(to, maker->output, all_threads_clock(to) - start, 0);
    }
    return whole;
}

static void publish_after_editions(struct publishing *to)
{
    const struct plan *plan = to->renderer->plan;
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (render_round(&plan->outputs.items[i]) == ROUND_AFTER)
            publish_one(to, i, 0);
}

static void release(struct publishing *to)
{
    for (size_t i = 0; i < to->edition_count; i++) {
        struct edition_file *edition = &to->editions[i];
        if (edition->part > 0 && edition->more) /* another one was refused */
            precompress_end(&edition->file);
        render_edition_end(&edition->maker);
        arena_release(&edition->arena);
        buf_release(&edition->bytes);
    }
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_release(&to->workers[i].arena);
        buf_release(&to->workers[i].bytes);
    }
}

/* Returns false if there are findings about editions: then those are not all put. */
static bool publish_outputs(struct publishing *to)
{
    size_t count = to->renderer->plan->outputs.len;
    begin_editions(to);
    for (to->first = 0; to->first < count; to->first += EDITION_STRETCH) {
        size_t left = count - to->first;
        if (to->first > 0)
            put_in_step(to);
        workers_run(to->options->threads, left < EDITION_STRETCH ? left : EDITION_STRETCH,
                    publish_of_most, to);
    }
    bool whole = check_editions(to);
    if (whole) {
        put_editions(to);
        publish_after_editions(to);
    }
    release(to);
    return whole;
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
    struct publishing to = {.renderer = renderer, .options = options};
    struct stages *stages = options->stages;
    stages_begin(stages, SAID("ser på det som lå der", "looking at what was there"));
    precompress_init(&to.copies, arena, renderer->plan, options->precompress);
    to.folder = folder_open(arena, folder, to.copies.paths, to.copies.count, folder_flags);
    arena_give_back(arena, to.copies.paths, to.copies.count * sizeof *to.copies.paths);
    folder_set_stages(to.folder, stages);
    if (options->keys)
        folder_set_built(to.folder, options->before, options->built);
    stages_end(stages, 0, 0);
    stages_begin(stages, SAID("lager og skriver filene", "making and writing the files"));
    bool whole = publish_outputs(&to);
    end_outputs(options);
    if (!whole) {
        folder_abandon(to.folder);
        return (struct folder_result){.refused = true};
    }
    memory_give_back();
    stages_begin(stages, SAID("setter på plass", "putting in place"));
    struct folder_result result = folder_commit(to.folder, options->threads);
    stages_end(stages, 1, result.sums_bytes);
    return result;
}
