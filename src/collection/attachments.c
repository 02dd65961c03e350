#include "collection/attachments.h"

#include "base/vec.h"
#include "base/workers.h"
#include "collection/rules.h"

static void mark_links(struct collection *collection, const struct document *document)
{
    bool published = collection_publishes(collection, document);
    for (size_t i = 0; i < document->body.links.len; i++) {
        const struct body_link *link = &document->body.links.items[i];
        struct attachment *attachment = map_get(&collection->attachments_by_path, link->path);
        if (!attachment || link->kind == LINK_DOCUMENT)
            continue;
        attachment->published |= published;
        attachment->drafted |= document->left_out;
    }
}

struct attachment_list {
    const struct fs_root *root;
    struct attachment **items;
    size_t len, cap;
};

static void read_attachment(void *context, size_t index, size_t worker)
{
    struct attachment_list *list = context;
    (void)worker;
    attachment_read(list->items[index], list->root);
}

void attachments_read(struct collection *collection, const struct fs_root *root, size_t threads,
                      struct diags *diags)
{
    struct attachment_list list = {.root = root};
    for (size_t i = 0; collection->attachments.len && i < collection->documents.len; i++)
        mark_links(collection, collection->documents.items[i]);
    for (size_t i = 0; i < collection->attachments.len; i++) {
        struct attachment *attachment = collection->attachments.items[i];
        attachment->published &= !attachment->told;
        if (attachment->published)
            vec_push(&collection->arena, &list, attachment);
    }
    workers_run(threads, list.len, read_attachment, &list);
    for (size_t i = 0; i < list.len; i++)
        diag_merge(diags, &list.items[i]->diags);
}

/* Not while there are errors: a text that cannot be read may be the one that uses them. */
void attachments_check_unused(const struct collection *collection, struct diags *diags)
{
    if (diag_count(diags, SEVERITY_ERROR))
        return;
    for (size_t i = 0; i < collection->attachments.len; i++) {
        const struct attachment *attachment = collection->attachments.items[i];
        bool picture = attachment->type->use == FILE_PICTURE;
        if (!attachment->told && !attachment->published && !attachment->drafted)
            collection_tell(diags, picture ? RULE_PICTURE_UNUSED : RULE_DOCUMENT_UNUSED,
                            attachment_span(attachment), NO_DETAIL);
    }
}
