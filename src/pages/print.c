#include "pages/pages.h"

#include "pages/body.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/paths.h"

const char printed_shape[] = "anchor title path lang @content";

const char print_page_shape[] = "@common count count_text groups[id name path entries[@printed]]";

void print_page_add(struct plan *plan)
{
    plan_add_single(plan, plan_print_path(&plan->arena, plan->collection));
}

static struct value *printed(const struct page_maker *maker, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    const struct plan *plan = maker->view->plan;
    struct value *map = value_map(arena);
    values_text(arena, map, STR("anchor"), entry->document->slug);
    view_link(arena, map, plan, maker->tongue, entry);
    page_put_content(maker, map, entry);
    value_put(arena, map, STR("body"), body_in_print(arena, plan, entry));
    return map;
}

void print_page_make(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    struct arena *arena = maker->arena;
    struct value *groups = value_list(arena), *entries = NULL;
    page_title(maker, page_word(maker, WORD_PRINT_ALL), (struct str){0});
    page_count_all(maker);
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        if (i == 0 || entry->folder != collection->entries.items[i - 1]->folder) {
            struct value *group = view_group(arena, maker->tongue, entry->folder);
            entries = value_list(arena);
            value_put(arena, group, STR("entries"), entries);
            value_add(arena, groups, group);
        }
        value_add(arena, entries, printed(maker, entry));
    }
    page_put(maker, STR("groups"), groups);
    linked_page(maker);
}

struct str print_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return page_word(maker, WORD_PRINT_ALL);
}
