#include "pages/printed.h"

#include "pages/body.h"
#include "pages/card.h"
#include "pages/pages.h"
#include "pages/values.h"

const char printed_shape[] = "id name path entries[anchor title path lang @content]";

static struct value *printed(const struct page_maker *maker, const struct map *there,
                             const struct entry *entry)
{
    struct arena *arena = maker->arena;
    const struct plan *plan = maker->view->plan;
    struct value *map = value_map(arena);
    values_text(arena, map, STR("anchor"), entry->document->slug);
    view_link(arena, map, plan, maker->tongue, entry);
    page_put_content(maker, map, entry);
    value_put(arena, map, STR("body"), body_in_print(arena, plan, maker->root, there, entry));
    return map;
}

void printed_put(struct page_maker *maker)
{
    const struct entry *const *texts = maker->output->texts.items;
    size_t count = maker->output->texts.len;
    struct arena *arena = maker->arena;
    struct value *groups = value_list(arena), *entries = NULL;
    struct map there;
    map_init(&there, arena);
    for (size_t i = 0; i < count; i++)
        map_add(&there, texts[i]->document->source.path, maker);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || texts[i]->folder != texts[i - 1]->folder) {
            struct value *group = group_value(arena, maker->tongue, texts[i]->folder);
            entries = value_list(arena);
            value_put(arena, group, STR("entries"), entries);
            value_add(arena, groups, group);
        }
        value_add(arena, entries, printed(maker, &there, texts[i]));
    }
    page_put(maker, STR("groups"), groups);
}
