#include "data/dates_json.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "plan/paths.h"

enum { DATES_FORMAT = 1 };

struct due {
    struct str date, kind, path, title;
};

struct dues {
    struct due *items;
    size_t len, cap;
};

void dates_json_add(struct plan *plan)
{
    plan_add_single(plan, plan_data_path(&plan->arena, plan->collection, STR("dates.json")));
}

/* Adds what a field says, if it is a date: a schema may take other texts. */
static void add_due(struct dues *dues, struct arena *arena, const struct value *fields,
                    struct due due)
{
    due.date = value_get_str(fields, due.kind);
    if (date_is(due.date))
        vec_push(arena, dues, due);
}

static void collect_dues(struct dues *dues, const struct plan *plan, struct arena *arena)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        add_due(dues, arena, entry->document->fields,
                (struct due){.kind = STR(FIELD_REVIEW),
                             .path = plan_page_of(plan, entry->document),
                             .title = entry->title});
    }
    add_due(dues, arena, value_get(collection->settings.fields, STR(FIELD_SECURITY)),
            (struct due){.kind = STR(FIELD_EXPIRES), .path = STR(SECURITY_PATH)});
}

static int compare_dues(const void *left, const void *right)
{
    const struct due *a = left, *b = right;
    int order = str_cmp(a->date, b->date);
    return order ? order : str_cmp(a->path, b->path);
}

static void put_due(struct json *json, const struct due *due)
{
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("date"), due->date);
    json_put_member(json, STR("kind"), due->kind);
    json_put_member(json, STR("path"), due->path);
    json_put_if(json, STR("title"), due->title);
    json_close(json);
}

void dates_json_put(struct buf *out, const struct output *output, const struct plan *plan,
                    struct arena *scratch)
{
    (void)output;
    struct dues dues = {0};
    collect_dues(&dues, plan, scratch);
    if (dues.len)
        qsort(dues.items, dues.len, sizeof *dues.items, compare_dues);
    struct json json = json_into(out);
    json_open_map(&json, JSON_INDENTED);
    json_put_figure(&json, STR("format"), DATES_FORMAT);
    json_key(&json, STR("dates"));
    json_open_list(&json, JSON_INDENTED);
    for (size_t i = 0; i < dues.len; i++)
        put_due(&json, &dues.items[i]);
    json_close(&json);
    json_close(&json);
    buf_byte(out, '\n');
}
