#include "pages/pages.h"

#include "collection/fields.h"
#include "pages/compared.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/paths.h"

const char compare_page_shape[] =
    "@common count count_text compared[title path] compared_folder compared_files";

void compare_page_add(struct plan *plan)
{
    plan_add_single(plan, plan_compare_path(&plan->arena, plan->collection));
}

static void add_compared(struct page_maker *maker, struct value *list, struct str title,
                         struct str path)
{
    struct value *map = value_map(maker->arena);
    values_text(maker->arena, map, STR("title"), title);
    values_text(maker->arena, map, STR("path"), path);
    value_add(maker->arena, list, map);
}

static struct str compared_title(const struct page_maker *maker, const struct shown_field *field)
{
    const struct value *mark =
        value_get(maker->view->collection->schema->keywords, STR("x-folder"));
    return field->property ? marks_name(field->property, maker->tongue->language)
                           : marks_folder_name(mark, field->facet, maker->tongue->language);
}

/* In the order in which the scripts of pages/compared.h have the values. */
static void put_compared_fields(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    const struct shown_list *facts = &collection->kind.shown[SHOWN_FACTS];
    const struct schema_property *summary = schema_property(collection->schema, STR(FIELD_SUMMARY));
    struct value *list = value_list(maker->arena);
    if (summary)
        add_compared(maker, list, marks_name(summary, maker->tongue->language), (struct str){0});
    for (size_t i = 0; i < facts->len; i++)
        add_compared(maker, list, compared_title(maker, &facts->items[i]),
                     facts->items[i].facet ? plan_facet_path(maker->arena, facts->items[i].facet)
                                           : (struct str){0});
    page_put(maker, STR("compared"), list);
}

static struct str compare_title(const struct page_maker *maker)
{
    return page_word_or(maker, STR("compare"), maker->view->collection->kind.compare);
}

void compare_page_make(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    page_crumb_entries(maker);
    page_title(maker, compare_title(maker), (struct str){0});
    page_count_all(maker);
    put_compared_fields(maker);
    page_text(maker, STR("compared_folder"), plan_compared_folder(maker->arena, collection));
    page_put(maker, STR("compared_files"),
             value_int(maker->arena, (int64_t)compared_files(collection)));
    linked_page(maker);
}

struct str compare_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return compare_title(maker);
}
