#include "plan/downloads.h"

const struct str download_names[DOWNLOADS] = {
    [DOWNLOAD_ZIP] = STR_INIT("zip"),
    [DOWNLOAD_HTML] = STR_INIT("html"),
    [DOWNLOAD_EPUB] = STR_INIT("epub"),
};

bool plan_has_download(const struct collection *collection, enum download which)
{
    const struct value *named = value_get(collection->settings.fields, STR("downloads"));
    if (collection->kind.downloads.len == 0)
        return false;
    for (size_t i = 0; i < value_list_len(named); i++)
        if (str_eq(value_str(named->list.items[i]), download_names[which]))
            return true;
    return !named && which == DOWNLOAD_ZIP;
}

bool plan_has_downloads(const struct collection *collection)
{
    for (enum download which = 0; which < DOWNLOADS; which++)
        if (plan_has_download(collection, which))
            return true;
    return false;
}

struct str plan_downloads_path(struct arena *arena, const struct collection *collection)
{
    bool any = plan_has_downloads(collection);
    return any ? STR_JOIN(arena, collection->kind.downloads, STR(".html")) : (struct str){0};
}

struct str plan_download_path(struct arena *arena, const struct collection *collection,
                              enum download which)
{
    if (!plan_has_download(collection, which))
        return (struct str){0};
    return STR_JOIN(arena, collection->kind.downloads, STR("/"), collection->kind.path, STR("."),
                    download_names[which]);
}

enum download plan_download_of(const struct output *output)
{
    return (enum download)((const struct str *)output->subject - download_names);
}

void plan_add_download(struct plan *plan, enum download which)
{
    struct str path = plan_download_path(&plan->arena, plan->collection, which);
    if (path.len)
        plan_add(plan, (struct output){.path = path,
                                       .subject = &download_names[which],
                                       .origin = plan->collection->kind.names->span});
}
