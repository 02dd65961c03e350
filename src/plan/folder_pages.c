#include "plan/folder_pages.h"

#include "base/vec.h"
#include "plan/paths.h"

/* The folders that have pages, and what the address of each may lead to. */
struct page_folders {
    struct plan *plan;
    struct map pages; /* path → struct output */
    struct map terms; /* folder of entries → struct term */
    struct map seen;  /* folder → itself */
    struct {
        struct str *items;
        size_t len, cap;
    } list;
};

/* Returns the folder that a path lies in, without a slash at the end; empty at the root. */
static struct str folder_above(struct str path)
{
    size_t slash = str_rfind_byte(path, '/');
    return str_slice(path, 0, slash < path.len ? slash : 0);
}

static bool leads_on(const struct output *output)
{
    return output->family->wave > 0;
}

static void index_pages(struct page_folders *folders)
{
    const struct plan *plan = folders->plan;
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (plan_is_page(&plan->outputs.items[i]))
            map_add(&folders->pages, plan->outputs.items[i].path, &plan->outputs.items[i]);
}

static void index_terms(struct page_folders *folders)
{
    const struct collection *collection = folders->plan->collection;
    const struct facet *facet = collection_folders(collection);
    for (size_t i = 0; i < facet->terms.len; i++) {
        const struct term *term = facet->terms.items[i];
        struct str folder =
            STR_JOIN(&folders->plan->arena, collection->kind.path, STR("/"), term->id);
        map_add(&folders->terms, folder, (void *)term);
    }
}

/* Lists the folders above a page. One that is listed already has those above it listed, too. */
static void list_folders_above(struct page_folders *folders, struct str path)
{
    struct plan *plan = folders->plan;
    for (struct str folder = folder_above(path); folder.len; folder = folder_above(folder)) {
        if (map_get(&folders->seen, folder))
            return;
        map_add(&folders->seen, folder, plan);
        vec_push(&plan->arena, &folders->list, folder);
    }
}

/* Returns the page at a path, or NULL if there is none, or only one that leads on itself. */
static const struct output *list_at(const struct page_folders *folders, struct str path)
{
    const struct output *output = path.len ? map_get(&folders->pages, path) : NULL;
    return output && !leads_on(output) ? output : NULL;
}

static const struct output *nearest_list(const struct page_folders *folders, struct str folder)
{
    for (; folder.len; folder = folder_above(folder)) {
        const struct term *term = map_get(&folders->terms, folder);
        const struct output *list = term ? list_at(folders, term->path) : NULL;
        if (!list)
            list = list_at(folders, STR_JOIN(&folders->plan->arena, folder, STR(".html")));
        if (list)
            return list;
    }
    return list_at(folders, STR(HOME_PATH));
}

static struct output page_of_folder(const struct page_folders *folders, struct str folder)
{
    struct plan *plan = folders->plan;
    const struct output *list = nearest_list(folders, folder);
    struct redirect *redirect = arena_new(&plan->arena, struct redirect);
    *redirect = (struct redirect){.from = STR_JOIN(&plan->arena, folder, STR("/" HOME_PATH)),
                                  .to = list->path};
    return (struct output){.path = redirect->from,
                           .redirect = redirect,
                           .language = list->language,
                           .origin = plan->collection->kind.names->span};
}

/* Adding may reallocate the outputs, which folders.pages points into: decide first, add after. */
void folder_pages_add(struct plan *plan)
{
    struct page_folders folders = {.plan = plan};
    struct arena scratch;
    arena_init(&scratch);
    map_init_for(&folders.pages, &scratch, plan->outputs.len);
    map_init(&folders.terms, &scratch);
    map_init(&folders.seen, &scratch);
    index_pages(&folders);
    index_terms(&folders);
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (plan_is_page(&plan->outputs.items[i]) || plan->outputs.items[i].passing)
            list_folders_above(&folders, plan->outputs.items[i].path);
    struct output *made = arena_items(&scratch, struct output, folders.list.len);
    for (size_t i = 0; i < folders.list.len; i++) {
        made[i] = page_of_folder(&folders, folders.list.items[i]);
        const struct output *taker = map_get(&folders.pages, made[i].path);
        if (taker && leads_on(taker))
            made[i].path = (struct str){0};
    }
    for (size_t i = 0; i < folders.list.len; i++)
        if (made[i].path.len)
            plan_add(plan, made[i]);
    arena_release(&scratch);
}
