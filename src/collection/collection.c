#include "collection/collection.h"

void collection_init(struct collection *collection)
{
    *collection = (struct collection){0};
    arena_init(&collection->arena);
    map_init(&collection->by_path, &collection->arena);
    map_init(&collection->pictures_by_path, &collection->arena);
}

void collection_release(struct collection *collection)
{
    arena_release(&collection->arena);
}

const struct document *collection_document(const struct collection *collection, struct str path)
{
    return map_get(&collection->by_path, path);
}

bool collection_has_picture(const struct collection *collection, struct str path)
{
    return map_get(&collection->pictures_by_path, path) != NULL;
}

bool collection_leaves_out(const struct collection *collection, const struct document *document)
{
    return !collection->drafts && value_get_bool(document->fields, STR("draft"));
}

const struct facet *collection_folders(const struct collection *collection)
{
    return &collection->facets.items[0];
}

const struct facet *collection_main(const struct collection *collection)
{
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].main)
            return &collection->facets.items[f];
    return NULL;
}
