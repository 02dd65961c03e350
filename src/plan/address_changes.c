#include "plan/address_changes.h"

#include "base/vec.h"
#include "plan/redirects.h"

enum address_change_kind address_change_kind(const struct address_change *change)
{
    return !change->from.len ? ADDRESS_COMES : change->to.len ? ADDRESS_MOVES : ADDRESS_GOES;
}

/* Adds what becomes of a listed path, unless it stays what it is. */
static void add_listed(struct arena *arena, struct address_changes *changes, struct map *taken_over,
                       const struct plan *plan, struct str path)
{
    const struct output *output = plan_find(plan, path);
    struct str to = output ? redirect_target(output) : (struct str){0};
    if (output && (!to.len || map_get(&plan->listed, to)))
        return;
    vec_push(arena, changes, ((struct address_change){.from = path, .to = to}));
    if (to.len)
        map_add(taken_over, to, changes);
}

struct address_changes address_changes_of(struct arena *arena, const struct plan *plan)
{
    const struct published *published = &plan->collection->published;
    struct address_changes changes = {0};
    struct map taken_over;
    map_init(&taken_over, arena);
    if (!published->there)
        return changes;
    for (size_t i = 0; i < published->len; i++)
        if (map_get(&plan->listed, published->items[i].path) == &published->items[i])
            add_listed(arena, &changes, &taken_over, plan, published->items[i].path);
    for (size_t i = 0; i < plan->outputs.len; i++) {
        const struct output *output = &plan->outputs.items[i];
        if (plan_lasts(output) && !redirect_target(output).len &&
            !map_get(&plan->listed, output->path) && !map_get(&taken_over, output->path))
            vec_push(arena, &changes, ((struct address_change){.to = output->path}));
    }
    return changes;
}
