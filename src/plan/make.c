#include <stdlib.h>

#include "base/nearest.h"
#include "base/vec.h"
#include "plan/lasting.h"
#include "plan/paths.h"
#include "plan/plan.h"
#include "plan/rules.h"

/*
 * Orders outputs by path. index_paths() blames the second of two with one path,
 * so that must be the one whose writer can rename it: the later family (the
 * program's own come first), then the later file.
 */
static int compare_outputs(const void *left, const void *right)
{
    const struct output *a = left, *b = right;
    int order = str_cmp(a->path, b->path);
    if (order == 0)
        order = (a->family > b->family) - (a->family < b->family);
    return order ? order : str_cmp(a->origin.source->path, b->origin.source->path);
}

static void index_paths(struct plan *plan, struct diags *diags)
{
    qsort(plan->outputs.items, plan->outputs.len, sizeof *plan->outputs.items, compare_outputs);
    vec_fit(&plan->arena, &plan->outputs);
    arena_release(&plan->growing);
    map_init_for(&plan->by_path, &plan->arena, plan->outputs.len);
    for (size_t i = 0; i < plan->outputs.len; i++) {
        struct output *output = &plan->outputs.items[i];
        const struct output *first = map_add(&plan->by_path, output->path, output);
        if (first == output)
            continue;
        struct str other = first->origin.source->path;
        diag_add(diags, &plan_rules[RULE_PATH_COLLISION], output->origin,
                 (struct detail){.args = {output->path, other}});
    }
}

/* Adds a finding if a path in the settings is no output. NULL is no path, and fine. */
static void check_path(const struct plan *plan, const struct value *path, struct diags *diags)
{
    if (value_str(path).len == 0 || plan_find(plan, value_str(path)))
        return;
    struct str example = plan_entries_path(&diags->arena, plan->collection);
    struct nearest nearest = nearest_to(value_str(path));
    size_t candidates = diag_take_suggestion(diags) ? plan->outputs.len : 0;
    for (size_t i = 0; i < candidates; i++)
        nearest_try(&nearest, plan->outputs.items[i].path);
    diag_add(diags, &plan_rules[RULE_MENU_PATH], path->span,
             (struct detail){.args = {value_str(path), example}, .suggestion = nearest.best});
}

/* Checks the `path` of each item of a list in the settings. */
static void check_paths(const struct plan *plan, const struct value *list, struct diags *diags)
{
    for (size_t i = 0; i < value_list_len(list); i++)
        check_path(plan, value_get(list->list.items[i], STR("path")), diags);
}

/* Adds a finding if a path among `featured` in the settings is not an entry's. */
static void check_featured(const struct plan *plan, const struct value *path, struct diags *diags)
{
    const struct collection *collection = plan->collection;
    if (plan_entry_at(plan, value_str(path)))
        return;
    struct nearest nearest = nearest_to(value_str(path));
    size_t candidates = diag_take_suggestion(diags) ? collection->entries.len : 0;
    for (size_t i = 0; i < candidates; i++)
        nearest_try(&nearest, plan_page_of(plan, collection->entries.items[i]->document));
    struct str example = collection->entries.len
                             ? plan_page_of(plan, collection->entries.items[0]->document)
                             : (struct str){0};
    diag_add(diags, &plan_rules[RULE_FEATURED_PATH], path->span,
             (struct detail){.args = {value_str(path), collection->kind.folder, example},
                             .suggestion = nearest.best});
}

static void add_wave(struct plan *plan, const struct family *families, size_t count, int wave)
{
    for (size_t i = 0; i < count; i++) {
        plan->family = &families[i];
        if (families[i].wave == wave)
            families[i].add(plan);
    }
}

void plan_add_index(struct plan *plan, const struct family *family, struct search_index *index)
{
    struct diags diags;
    diag_init(&diags);
    plan->inputs.index = index;
    plan->family = family;
    family->add(plan);
    index_paths(plan, &diags);
    diag_release(&diags);
}

void plan_make(struct plan *plan, const struct collection *collection,
               const struct plan_inputs *inputs, const struct family *families, size_t count,
               struct diags *diags)
{
    enum { WAVES = 3 };
    plan->collection = collection;
    plan->inputs = *inputs;
    plan->diags = diags;
    plan->page_paths = arena_items(&plan->arena, struct str, collection->documents.len);
    lasting_index(&plan->listed, &collection->published);
    for (int wave = 0; wave < WAVES; wave++)
        add_wave(plan, families, count, wave);
    index_paths(plan, diags);
    if (inputs->partial)
        return;
    const struct value *settings = collection->settings.fields;
    check_paths(plan, value_get(settings, STR("menu")), diags);
    check_paths(plan, value_get(settings, STR("begin")), diags);
    check_path(plan, value_get(settings, STR("contribute")), diags);
    const struct value *featured = value_get(settings, STR("featured"));
    for (size_t i = 0; i < value_list_len(featured); i++)
        check_featured(plan, featured->list.items[i], diags);
    lasting_check(plan, diags);
}
