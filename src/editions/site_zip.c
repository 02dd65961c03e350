#include "editions/site_zip.h"

#include "base/language.h"
#include "editions/batch.h"
#include "editions/edition.h"
#include "plan/paths.h"

struct site_zip {
    struct batch batch;
    size_t next; /* the first output that has not been put; the front page has been, as the start */
    bool started;
};

void site_zip_add(struct plan *plan)
{
    plan_add_download(plan, DOWNLOAD_ZIP);
}

static struct site_zip *zip_begin(const struct edition_maker *maker)
{
    struct site_zip *zip = arena_new(maker->arena, struct site_zip);
    batch_init(&zip->batch, maker);
    return zip;
}

static void zip_take(struct site_zip *zip, const struct edition_maker *maker,
                     const struct output *output, struct str name)
{
    struct str folder = maker->view->collection->kind.path;
    batch_take(
        &zip->batch,
        &(struct batch_file){.name = STR_JOIN(maker->arena, folder, STR("/"), name),
                             .name_before = STR_JOIN(maker->arena, folder, STR("/"), output->path),
                             .how = ARCHIVE_PACKED,
                             .output = *output});
}

/* Takes the next files; there is one at least until all have been taken. */
static void zip_choose(struct site_zip *zip, const struct edition_maker *maker)
{
    const struct plan *plan = maker->view->plan;
    if (!zip->started) {
        const struct language *language = language_or_english(plan->collection->settings.language);
        struct str start = language_says(language, PHRASE_START_HERE);
        zip_take(zip, maker, plan_find(plan, STR(HOME_PATH)),
                 STR_JOIN(maker->arena, start, STR(".html")));
        zip->started = true;
    }
    for (; zip->next < plan->outputs.len && batch_has_room(&zip->batch); zip->next++) {
        const struct output *output = &plan->outputs.items[zip->next];
        if (edition_holds(output))
            zip_take(zip, maker, output, output->path);
    }
}

bool site_zip_put(struct buf *out, struct edition_maker *maker, size_t part)
{
    struct site_zip *zip = part ? maker->state : zip_begin(maker);
    maker->state = zip;
    zip_choose(zip, maker);
    batch_put(&zip->batch, maker, out);
    bool more = zip->next < maker->view->plan->outputs.len;
    if (!more)
        batch_end(&zip->batch, out);
    return more;
}
