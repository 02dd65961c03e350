#include "editions/site_zip.h"

#include "base/language.h"
#include "base/workers.h"
#include "collection/fields.h"
#include "editions/archive.h"
#include "editions/edition.h"
#include "plan/paths.h"

/* So many files are packed at a time, and held until they have been put. */
enum { BATCH = 64 };

/* A file in the archive. */
struct zipped {
    struct str name;
    const struct output *output;
    struct packed packed;
    struct buf bytes;
};

struct site_zip {
    struct archive archive;
    size_t next; /* the first output that has not been put; the front page has been, as the start */
    bool started;
    size_t count; /* of those that are packed now */
    struct zipped files[BATCH];
    const struct edition_maker *maker;
    struct {
        struct arena scratch;
        struct buf piece;
    } workers[WORKERS_MAX];
};

void site_zip_add(struct plan *plan)
{
    plan_add_download(plan, DOWNLOAD_ZIP);
}

static struct site_zip *zip_begin(const struct edition_maker *maker)
{
    struct site_zip *zip = arena_new(maker->arena, struct site_zip);
    const struct value *edition =
        value_get(maker->view->collection->settings.fields, STR("edition"));
    *zip = (struct site_zip){0};
    archive_init(&zip->archive, value_get_str(edition, STR("date")));
    return zip;
}

static void zip_take(struct site_zip *zip, const struct output *output, struct str name)
{
    const struct edition_maker *maker = zip->maker;
    struct zipped *file = &zip->files[zip->count++];
    buf_clear(&file->bytes);
    file->output = output;
    file->name = STR_JOIN(maker->arena, maker->view->collection->kind.path, STR("/"), name);
}

/* Takes the next files; there is one at least until all have been taken. */
static void zip_choose(struct site_zip *zip)
{
    const struct plan *plan = zip->maker->view->plan;
    zip->count = 0;
    if (!zip->started) {
        const struct language *language = language_or_english(plan->collection->settings.language);
        struct str start = language_says(language, PHRASE_START_HERE);
        zip_take(zip, plan_find(plan, STR(HOME_PATH)),
                 STR_JOIN(zip->maker->arena, start, STR(".html")));
        zip->started = true;
    }
    for (; zip->next < plan->outputs.len && zip->count < BATCH; zip->next++) {
        const struct output *output = &plan->outputs.items[zip->next];
        if (edition_holds(output))
            zip_take(zip, output, output->path);
    }
}

static void zip_pack(void *context, size_t index, size_t worker)
{
    struct site_zip *zip = context;
    struct zipped *file = &zip->files[index];
    struct arena *scratch = &zip->workers[worker].scratch;
    struct buf *piece = &zip->workers[worker].piece;
    struct packing packing = pack_begin(ARCHIVE_PACKED);
    bool more = true;
    for (size_t part = 0; more; part++) {
        buf_clear(piece);
        more = zip->maker->render(zip->maker->renderer, file->output, part, scratch, piece);
        arena_reset(scratch);
        pack_append(&packing, &file->bytes, buf_str(piece));
    }
    file->packed = pack_end(&packing, &file->bytes);
}

static void zip_end(struct site_zip *zip, struct buf *out)
{
    archive_end(&zip->archive, out);
    for (size_t i = 0; i < BATCH; i++)
        buf_release(&zip->files[i].bytes);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_release(&zip->workers[i].scratch);
        buf_release(&zip->workers[i].piece);
    }
}

bool site_zip_put(struct buf *out, struct edition_maker *maker, size_t part)
{
    struct site_zip *zip = part ? maker->state : zip_begin(maker);
    maker->state = zip;
    zip->maker = maker;
    zip_choose(zip);
    workers_run(maker->threads, zip->count, zip_pack, zip);
    for (size_t i = 0; i < zip->count; i++)
        archive_put(&zip->archive, out, zip->files[i].name, &zip->files[i].packed,
                    buf_str(&zip->files[i].bytes));
    bool more = zip->next < maker->view->plan->outputs.len;
    if (!more)
        zip_end(zip, out);
    return more;
}
