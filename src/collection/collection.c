#include "collection/collection.h"

void collection_init(struct collection *collection)
{
    *collection = (struct collection){0};
    arena_init(&collection->arena);
    store_init(&collection->documents, &collection->arena);
    map_init(&collection->attachments_by_path, &collection->arena);
}

void collection_release(struct collection *collection)
{
    store_release(&collection->documents);
    for (size_t i = 0; i < collection->attachments.len; i++)
        attachment_release(collection->attachments.items[i]);
    edition_release(&collection->edition);
    arena_release(&collection->arena);
}

struct str collection_path(struct arena *arena, struct str folder)
{
    return STR_JOIN(arena, STR(CONTENT_FOLDER "/"), folder);
}

const struct document *collection_document(const struct collection *collection, struct str path)
{
    return store_find(&collection->documents, path);
}

const struct attachment *collection_attachment(const struct collection *collection, struct str path)
{
    return map_get(&collection->attachments_by_path, path);
}

bool collection_publishes(const struct collection *collection, const struct document *document)
{
    if (document->kind == DOCUMENT_PAGE)
        return true;
    if (document->kind == DOCUMENT_ENTRY)
        return !document->left_out;
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        if (facet->path.len && str_eq(facet->vocabulary, document->folder))
            return true;
    }
    return false;
}

const struct facet *collection_folders(const struct collection *collection)
{
    return &collection->facets.items[0];
}

struct str collection_folder_noun(const struct collection *collection)
{
    const struct facet *folders = collection_folders(collection);
    struct str one = label_noun(folders->names, collection->settings.language, 1);
    return one.len ? one : folders->field;
}

const struct facet *collection_main(const struct collection *collection)
{
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].main)
            return &collection->facets.items[f];
    return NULL;
}

const struct facet *collection_shelf(const struct collection *collection)
{
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].shelf)
            return &collection->facets.items[f];
    return collection_main(collection);
}

const struct term *entry_shelf(const struct collection *collection, const struct entry *entry)
{
    const struct facet *shelf = collection_shelf(collection);
    const struct term_refs *terms =
        shelf ? &entry->terms[facet_number(&collection->facets, shelf)] : NULL;
    return terms && terms->len ? terms->items[0] : NULL;
}

struct str settings_name(struct arena *arena, const struct settings *settings)
{
    struct str subtitle = value_get_str(settings->fields, STR("subtitle"));
    return subtitle.len ? STR_JOIN(arena, settings->title, STR(" – "), subtitle) : settings->title;
}
