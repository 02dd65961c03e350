#include "editions/site_zip.h"

#include "base/language.h"
#include "editions/batch.h"
#include "plan/paths.h"

struct site_zip {
    struct batch batch;
    struct batch_piece pieces[EDITION_STRETCH]; /* of this stretch, those that were shown */
    struct arena names;
};

void site_zip_add(struct plan *plan)
{
    plan_add_download(plan, DOWNLOAD_ZIP);
}

static void zip_begin(struct edition_maker *maker)
{
    struct site_zip *zip = arena_new(maker->arena, struct site_zip);
    maker->state = zip;
    batch_init(&zip->batch, maker);
}

static struct str zip_name(struct arena *arena, const struct edition_maker *maker, struct str path)
{
    return STR_JOIN(arena, maker->view->collection->kind.path, STR("/"), path);
}

static struct batch_file zip_file(struct arena *arena, const struct edition_maker *maker,
                                  const struct output *output)
{
    struct str name = zip_name(arena, maker, output->path);
    return (struct batch_file){
        .name = name, .name_before = name, .how = ARCHIVE_PACKED, .output = *output};
}

static void zip_take(struct edition_maker *maker, const struct output *output, struct str bytes,
                     size_t worker)
{
    struct site_zip *zip = maker->state;
    struct arena *scratch = &zip->batch.workers[worker].scratch;
    size_t number = (size_t)(output - maker->view->plan->outputs.items);
    struct batch_file file = zip_file(scratch, maker, output);
    zip->pieces[number % EDITION_STRETCH] = batch_pack(&zip->batch, &file, bytes, worker);
    arena_reset(scratch);
}

/* The front page, by the name that says where to begin. */
static struct batch_file start_file(struct arena *arena, const struct edition_maker *maker)
{
    const struct plan *plan = maker->view->plan;
    const struct language *language = language_or_english(plan->collection->settings.language);
    struct batch_file file = zip_file(arena, maker, plan_find(plan, STR(HOME_PATH)));
    struct str start = language_says(language, PHRASE_START_HERE);
    file.name = zip_name(arena, maker, STR_JOIN(arena, start, STR(".html")));
    return file;
}

static void zip_choose(struct site_zip *zip, const struct edition_maker *maker, size_t first,
                       size_t count)
{
    const struct output *outputs = maker->view->plan->outputs.items + first;
    for (size_t i = 0; i < count; i++) {
        if (!edition_holds(&outputs[i]))
            continue;
        struct batch_file file = zip_file(&zip->names, maker, &outputs[i]);
        file.piece = &zip->pieces[i];
        batch_take(&zip->batch, &file);
    }
}

static size_t zip_jobs(struct edition_maker *maker, size_t part)
{
    struct site_zip *zip = maker->state;
    size_t left = maker->view->plan->outputs.len - part * EDITION_STRETCH;
    if (part == 0) {
        struct batch_file start = start_file(&zip->names, maker);
        batch_take(&zip->batch, &start);
    }
    zip_choose(zip, maker, part * EDITION_STRETCH, left < EDITION_STRETCH ? left : EDITION_STRETCH);
    return batch_jobs(&zip->batch);
}

static void zip_job(struct edition_maker *maker, size_t index, size_t worker)
{
    struct site_zip *zip = maker->state;
    batch_job(&zip->batch, index, worker);
}

static bool zip_put(struct edition_maker *maker, struct buf *out, size_t part)
{
    struct site_zip *zip = maker->state;
    bool more = (part + 1) * EDITION_STRETCH < maker->view->plan->outputs.len;
    batch_put(&zip->batch, out);
    for (size_t i = 0; i < EDITION_STRETCH; i++)
        zip->pieces[i].made = false;
    arena_reset(&zip->names);
    if (!more)
        batch_end(&zip->batch, out);
    return more;
}

static void zip_end(struct edition_maker *maker)
{
    struct site_zip *zip = maker->state;
    batch_release(&zip->batch);
    arena_release(&zip->names);
}

const struct edition_kind site_zip_edition = {.begin = zip_begin,
                                              .take = zip_take,
                                              .in_step = true,
                                              .jobs = zip_jobs,
                                              .job = zip_job,
                                              .put = zip_put,
                                              .end = zip_end};
