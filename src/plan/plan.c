#include "plan/plan.h"

#include "base/buf.h"
#include "base/vec.h"

void plan_init(struct plan *plan)
{
    *plan = (struct plan){0};
    arena_init(&plan->arena);
    arena_init(&plan->growing);
    map_init(&plan->by_path, &plan->arena);
    map_init(&plan->listed, &plan->arena);
}

void plan_release(struct plan *plan)
{
    arena_release(&plan->arena);
    arena_release(&plan->growing);
}

void plan_add(struct plan *plan, struct output output)
{
    output.family = plan->family;
    if (output.language.len == 0)
        output.language = plan->collection->settings.language;
    if (output.document && plan->page_paths[output.document->number].len == 0)
        plan->page_paths[output.document->number] = output.path;
    vec_push(&plan->growing, &plan->outputs, output);
}

void plan_put_made(struct buf *out, const struct output *output, const struct plan *plan,
                   struct arena *scratch)
{
    (void)plan;
    (void)scratch;
    buf_put(out, output->made->bytes);
}

struct plan_part plan_part(size_t part, size_t size, size_t count)
{
    size_t from = part * size, to = from + size;
    return (struct plan_part){from, to < count ? to : count, to < count};
}

void plan_add_single(struct plan *plan, struct str path)
{
    if (path.len)
        plan_add(plan, (struct output){.path = path, .origin = plan->collection->kind.names->span});
}

struct span plan_settings_span(const struct plan *plan)
{
    return source_span(&plan->collection->settings.source, 0, 0);
}

struct span plan_document_span(const struct document *document)
{
    return source_span(&document->source, 0, 0);
}

const struct output *plan_find(const struct plan *plan, struct str path)
{
    return map_get(&plan->by_path, path);
}

struct str plan_page_of(const struct plan *plan, const struct document *document)
{
    return plan->page_paths[document->number];
}

const struct entry *plan_entry_at(const struct plan *plan, struct str path)
{
    for (size_t i = 0; i < plan->collection->entries.len; i++)
        if (str_eq(plan_page_of(plan, plan->collection->entries.items[i]->document), path))
            return plan->collection->entries.items[i];
    return NULL;
}

const struct asset *plan_asset(const struct plan *plan, struct str name)
{
    for (size_t i = 0; i < plan->inputs.asset_count; i++)
        if (str_eq(plan->inputs.assets[i].name, name))
            return &plan->inputs.assets[i];
    return NULL;
}

bool plan_lasts(const struct output *output)
{
    return output->family->lasting && !output->passing;
}

bool plan_is_page(const struct output *output)
{
    return plan_lasts(output) && str_ends(output->path, STR(".html"));
}

struct str plan_updated(const struct output *output)
{
    return output->document ? document_updated(output->document) : (struct str){0};
}
