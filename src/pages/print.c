#include "pages/pages.h"

#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/printed.h"
#include "pages/values.h"
#include "plan/paged.h"
#include "plan/paths.h"
#include "plan/print_parts.h"

const char print_page_shape[] = "@common @turning count count_text "
                                "groups[@printed] "
                                "parts[name path count count_text] parts_any? part";

static void add_parts(struct plan *plan, const struct term *folder)
{
    const struct collection *collection = plan->collection;
    print_parts_add(plan, (struct output){
                              .path = plan_print_part_path(&plan->arena, collection, folder),
                              .term = folder,
                              .passing = true,
                              .origin = collection->kind.names->span,
                          });
}

void print_page_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    const struct facet *folders = collection_folders(collection);
    struct str path = plan_print_path(&plan->arena, collection);
    struct output whole = {.path = path, .origin = collection->kind.names->span};
    if (path.len == 0)
        return;
    bool in_parts = print_in_parts(collection);
    if (!in_parts) {
        whole.texts.items = (const struct entry *const *)collection->entries.items;
        whole.texts.len = collection->entries.len;
    }
    plan_add(plan, whole);
    for (size_t i = 0; in_parts && i < folders->terms.len; i++)
        if (folders->terms.items[i]->entries.len)
            add_parts(plan, folders->terms.items[i]);
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

static void make_part(struct page_maker *maker, const struct term *term)
{
    struct str folder = label_text(term->label, maker->tongue->language);
    struct str whole = print_title(maker);
    page_crumb(maker, whole, plan_print_path(maker->arena, maker->view->collection));
    page_title(
        maker,
        STR_JOIN(maker->arena, folder, STR(" – "), page_word_or(maker, STR("print_part"), whole)),
        (struct str){0});
    page_text(maker, STR("part"), folder);
    values_count(maker->arena, maker->map, maker->view->collection, maker->tongue->language,
                 term->entries.len);
}

static void make_whole(struct page_maker *maker)
{
    page_title(maker, print_title(maker), (struct str){0});
    page_count_all(maker);
    put_parts(maker);
}

void print_page_make(struct page_maker *maker)
{
    if (maker->output->term)
        make_part(maker, maker->output->term);
    else
        make_whole(maker);
    printed_put(maker);
    linked_page(maker);
}

struct str print_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return print_title(maker);
}
