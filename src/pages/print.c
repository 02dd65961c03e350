#include "pages/pages.h"

#include "pages/body.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/paged.h"
#include "plan/paths.h"
#include "plan/print_parts.h"

const char printed_shape[] = "anchor title path lang @content";

const char print_page_shape[] = "@common @turning count count_text "
                                "groups[id name path entries[@printed]] "
                                "parts[name path count count_text] parts_any? part";

/* A page with some entries of a folder; the page to print as a whole has none. */
struct print_part {
    const struct term *folder;
    struct plan_part here;
};

static void add_parts(struct plan *plan, const struct term *folder)
{
    const struct collection *collection = plan->collection;
    size_t from = folder->entries.items[0]->number, end = from + folder->entries.len, count = 0;
    struct str first = plan_print_part_path(&plan->arena, collection, folder);
    for (size_t at = from; at < end; at = print_part_end(collection, at, end))
        count++;
    for (size_t i = 0; i < count; i++) {
        struct print_part *part = arena_new(&plan->arena, struct print_part);
        const struct paging *paging = paged_page(&plan->arena, first, i, count);
        size_t to = print_part_end(collection, from, end);
        *part = (struct print_part){folder, {.from = from, .to = to}};
        plan_add(plan, (struct output){.path = i ? paged_path(&plan->arena, paging, i) : first,
                                       .subject = part,
                                       .paging = paging,
                                       .texts = part->here,
                                       .passing = true,
                                       .origin = collection->kind.names->span});
        from = to;
    }
}

void print_page_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    const struct facet *folders = collection_folders(collection);
    struct str path = plan_print_path(&plan->arena, collection);
    if (path.len == 0)
        return;
    bool in_parts = print_in_parts(collection);
    plan_add(plan, (struct output){.path = path,
                                   .texts = {.to = in_parts ? 0 : collection->entries.len},
                                   .origin = collection->kind.names->span});
    for (size_t i = 0; in_parts && i < folders->terms.len; i++)
        if (folders->terms.items[i]->entries.len)
            add_parts(plan, folders->terms.items[i]);
}

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

static void put_entries(struct page_maker *maker, struct plan_part here)
{
    const struct collection *collection = maker->view->collection;
    struct arena *arena = maker->arena;
    struct value *groups = value_list(arena), *entries = NULL;
    struct map there;
    map_init(&there, arena);
    for (size_t i = here.from; i < here.to; i++)
        map_add(&there, collection->entries.items[i]->document->source.path, maker);
    for (size_t i = here.from; i < here.to; i++) {
        const struct entry *entry = collection->entries.items[i];
        if (i == here.from || entry->folder != collection->entries.items[i - 1]->folder) {
            struct value *group = view_group(arena, maker->tongue, entry->folder);
            entries = value_list(arena);
            value_put(arena, group, STR("entries"), entries);
            value_add(arena, groups, group);
        }
        value_add(arena, entries, printed(maker, &there, entry));
    }
    page_put(maker, STR("groups"), groups);
}

static void put_parts(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    const struct facet *folders = collection_folders(collection);
    struct value *parts = value_list(maker->arena);
    for (size_t i = 0; maker->view->prints_in_parts && i < folders->terms.len; i++) {
        const struct term *folder = folders->terms.items[i];
        if (folder->entries.len == 0)
            continue;
        struct value *part = value_map(maker->arena);
        values_text(maker->arena, part, STR("name"),
                    label_text(folder->label, maker->tongue->language));
        values_text(maker->arena, part, STR("path"),
                    plan_print_part_path(maker->arena, collection, folder));
        values_count(maker->arena, part, collection, maker->tongue->language, folder->entries.len);
        value_add(maker->arena, parts, part);
    }
    page_list(maker, STR("parts"), parts);
}

static struct str print_title(const struct page_maker *maker)
{
    struct str all = page_word(maker, WORD_PRINT_ALL);
    return maker->view->prints_in_parts ? page_word_or(maker, STR("print_parts"), all) : all;
}

static void make_part(struct page_maker *maker, const struct print_part *part)
{
    struct str folder = label_text(part->folder->label, maker->tongue->language);
    struct str whole = print_title(maker);
    page_crumb(maker, whole, plan_print_path(maker->arena, maker->view->collection));
    page_title(
        maker,
        STR_JOIN(maker->arena, folder, STR(" – "), page_word_or(maker, STR("print_part"), whole)),
        (struct str){0});
    page_text(maker, STR("part"), folder);
    values_count(maker->arena, maker->map, maker->view->collection, maker->tongue->language,
                 part->folder->entries.len);
    put_entries(maker, part->here);
}

static void make_whole(struct page_maker *maker)
{
    size_t count = maker->view->collection->entries.len;
    page_title(maker, print_title(maker), (struct str){0});
    page_count_all(maker);
    if (!maker->view->prints_in_parts)
        put_entries(maker, (struct plan_part){.to = count});
    put_parts(maker);
}

void print_page_make(struct page_maker *maker)
{
    if (maker->output->subject)
        make_part(maker, maker->output->subject);
    else
        make_whole(maker);
    linked_page(maker);
}

struct str print_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return print_title(maker);
}
