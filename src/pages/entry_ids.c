#include "pages/entry_ids.h"

#include "base/json.h"
#include "plan/paged.h"
#include "plan/paths.h"

/* So many that no file is larger than half a megabyte, however long their titles are. */
enum { IDS_IN_FILE = 1500 };

struct ids_file {
    size_t number;
    struct plan_part part;
};

size_t entry_ids_files(const struct collection *collection)
{
    size_t count = collection->entries.len;
    bool needed = collection->kind.form.len && paged_count(collection, count) > 1;
    return needed ? (count + IDS_IN_FILE - 1) / IDS_IN_FILE : 0;
}

void entry_ids_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0, count = entry_ids_files(collection); i < count; i++) {
        struct ids_file *file = arena_new(&plan->arena, struct ids_file);
        *file = (struct ids_file){i, plan_part(i, IDS_IN_FILE, collection->entries.len)};
        plan_add(plan, (struct output){.path = plan_entry_ids_path(&plan->arena, collection, i),
                                       .subject = file,
                                       .origin = collection->kind.names->span});
    }
}

void entry_ids_put(struct buf *out, const struct output *output, const struct plan *plan,
                   struct arena *scratch)
{
    const struct ids_file *file = output->subject;
    struct json json = json_into(out);
    (void)scratch;
    buf_format(out, "(self.samling_ids ||= [])[%zu]=", file->number);
    json_open_list(&json, JSON_TIGHT);
    for (size_t i = file->part.from; i < file->part.to; i++) {
        const struct entry *entry = plan->collection->entries.items[i];
        json_open_list(&json, JSON_TIGHT);
        json_put_text(&json, entry->document->slug);
        json_put_text(&json, entry->title);
        json_close(&json);
    }
    json_close(&json);
    buf_lit(out, ";\n");
}
