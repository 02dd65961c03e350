#include "collection/body_links.h"

#include "base/address.h"
#include "base/file_type.h"
#include "base/map.h"
#include "base/nearest.h"
#include "collection/rules.h"
#include "parse/rules.h"

/* ---- links to files ---- */

static void tell_anchor(const struct document *to, const struct body_link *link,
                        struct diags *diags)
{
    struct nearest nearest = nearest_to(link->anchor);
    size_t candidates = diag_take_suggestion(diags) ? to->body.headings.len : 0;
    for (size_t i = 0; i < nearest_among(candidates); i++)
        nearest_try(&nearest, to->body.headings.items[i].id);
    collection_tell(
        diags, RULE_ANCHOR_BROKEN, link->span,
        (struct detail){.args = {link->path, link->anchor}, .suggestion = nearest.best});
}

/* Returns the relative path from one file of the collection to another, as a link has it. */
static struct str path_from(struct arena *arena, struct str from, struct str to)
{
    size_t shared = 0; /* the folders that both lie in, with the slash after them */
    for (size_t i = 0; i < from.len && i < to.len && from.ptr[i] == to.ptr[i]; i++)
        if (from.ptr[i] == '/')
            shared = i + 1;
    return STR_JOIN(arena, str_way_up(arena, str_from(from, shared)), str_from(to, shared));
}

/* Suggests the file with the nearest name, in whatever folder it lies. */
static void tell_broken(const struct collection *collection, const struct document *from,
                        const struct body_link *link, struct diags *diags)
{
    struct str name = str_name(link->path);
    struct nearest nearest = nearest_to(str_slice(name, 0, name.len - 3));
    const struct document *meant = NULL;
    size_t candidates = diag_take_suggestion(diags) ? collection->documents.len : 0;
    for (size_t i = 0; i < nearest_among(candidates); i++) {
        size_t before = nearest.distance;
        nearest_try(&nearest, collection->documents.items[i]->slug);
        if (nearest.distance < before)
            meant = collection->documents.items[i];
    }
    struct detail detail = {.args = {link->path}};
    if (meant)
        detail.suggestion = path_from(&diags->arena, from->source.path, meant->source.path);
    collection_tell(diags, RULE_LINK_BROKEN, link->span, detail);
}

/* Suggests the attachment with the nearest name, in whatever folder it lies. */
static void tell_missing(const struct collection *collection, const struct document *from,
                         const struct body_link *link, struct diags *diags)
{
    struct nearest nearest = nearest_to(str_name(link->path));
    const struct attachment *meant = NULL;
    size_t candidates = diag_take_suggestion(diags) ? collection->attachments.len : 0;
    for (size_t i = 0; i < nearest_among(candidates); i++) {
        const struct attachment *attachment = collection->attachments.items[i];
        size_t before = nearest.distance;
        nearest_try(&nearest, str_name(attachment->source.path));
        if (nearest.distance < before)
            meant = attachment;
    }
    struct detail detail = {.args = {link->path}};
    if (meant)
        detail.suggestion = path_from(&diags->arena, from->source.path, meant->source.path);
    collection_tell(diags, link->kind == LINK_IMAGE ? RULE_IMAGE_MISSING : RULE_LINK_BROKEN,
                    link->span, detail);
}

/* A file that is there but cannot be published has been told of, and the link is not at fault. */
static void check_file_link(const struct collection *collection, const struct document *from,
                            const struct body_link *link, struct diags *diags)
{
    const struct attachment *file = collection_attachment(collection, link->path);
    const struct file_type *type = file_type_of(link->path);
    struct detail detail = {.args = {link->url}};
    if (file && file->told)
        return;
    if (link->kind == LINK_IMAGE && type->use != FILE_PICTURE)
        diag_add(diags, &parse_rules[RULE_IMAGE_REMOTE], link->span, detail);
    else if (!file_type_is_published(type))
        diag_add(diags, &parse_rules[RULE_LINK_NOT_MARKDOWN], link->span, detail);
    else if (!file)
        tell_missing(collection, from, link, diags);
}

static void check_link(const struct collection *collection, const struct document *from,
                       const struct body_link *link, struct diags *diags)
{
    if (link->kind != LINK_DOCUMENT) {
        check_file_link(collection, from, link, diags);
        return;
    }
    const struct document *to = collection_document(collection, link->path);
    if (!to && store_left_out(&collection->documents, link->path))
        return;
    if (!to)
        tell_broken(collection, from, link, diags);
    else if (to != from && !collection_publishes(collection, to))
        collection_tell(diags, RULE_LINK_UNPUBLISHED, link->span,
                        (struct detail){.args = {link->path}});
    else if (link->anchor.len && to->body_read && !markdown_has_anchor(&to->body, link->anchor))
        tell_anchor(to, link, diags);
}

/* ---- links that name no file ---- */

/* What a name stands for in the collection, when it is looked for. */
struct namesake {
    const struct document *document;
    bool several; /* have the name, so it stands for none of them */
};

/* The documents by their slugs, and the folders that they lie in; made for the first stray. */
struct whereabouts {
    struct arena arena;
    struct map slugs, folders;
    bool made;
};

static void find_whereabouts(struct whereabouts *where, const struct collection *collection)
{
    if (where->made)
        return;
    where->made = true;
    map_init(&where->slugs, &where->arena);
    map_init(&where->folders, &where->arena);
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        struct namesake *namesake = arena_new(&where->arena, struct namesake);
        struct namesake *first = map_add(&where->slugs, document->slug, namesake);
        first->several = first != namesake;
        first->document = first->several ? first->document : document;
        struct str folder = str_folder(document->source.path);
        while (folder.len && map_add(&where->folders, folder, where) == where &&
               str_folder(folder).len && !map_get(&where->folders, str_folder(folder)))
            folder = str_folder(folder);
    }
}

/* Returns the address without query, anchor, slash at its end, and ending of a page. */
static struct str stem_of(struct str written)
{
    static const struct str endings[] = {STR_INIT(".html"), STR_INIT(".htm"), STR_INIT(".md"),
                                         STR_INIT(".markdown"), STR_INIT(".mdx")};
    struct str stem = address_split(written).path;
    while (str_ends(stem, STR("/")))
        stem.len--;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (stem.len > endings[i].len &&
            str_same(str_from(stem, stem.len - endings[i].len), endings[i])) {
            stem.len -= endings[i].len;
            break;
        }
    return str_ends(stem, STR("/index")) ? str_slice(stem, 0, stem.len - STR("/index").len) : stem;
}

/* Where the stem leads, from the folder of the file or of the collection; absent: nowhere. */
static struct str target_of(struct arena *arena, const struct document *from, struct str stem)
{
    if (stem.len == 0)
        return (struct str){0};
    if (stem.ptr[0] != '/')
        return address_resolve(arena, from->source.path, stem);
    struct str path = str_from(stem, 1), root = STR(CONTENT_FOLDER "/");
    return str_starts(path, root) ? path : STR_JOIN(arena, root, path);
}

/* The document that was likely meant: the one that is named, or else one of that name. */
static const struct document *meant_by(const struct collection *collection,
                                       const struct whereabouts *where, struct arena *arena,
                                       struct str target)
{
    if (!target.ptr)
        return NULL;
    const struct document *named =
        collection_document(collection, STR_JOIN(arena, target, STR(".md")));
    const struct namesake *namesake = map_get(&where->slugs, str_name(target));
    if (!named && namesake && !namesake->several)
        named = namesake->document;
    return named && collection_publishes(collection, named) ? named : NULL;
}

static struct str address_to(struct arena *arena, const struct document *from,
                             const struct document *to, struct str written)
{
    struct str path = path_from(arena, from->source.path, to->source.path);
    struct str anchor = address_split(written).fragment;
    if (!anchor.len || !markdown_has_anchor(&to->body, anchor))
        return path;
    return STR_JOIN(arena, path, STR("#"), anchor);
}

/* Returns the address of the page that was likely meant, or the absent str. */
static struct str meant_page(const struct collection *collection, const struct whereabouts *where,
                             struct arena *arena, const struct document *from,
                             const struct stray_link *stray)
{
    struct str target = target_of(arena, from, stem_of(stray->path));
    const struct document *to = meant_by(collection, where, arena, target);
    return to ? address_to(arena, from, to, stray->path) : (struct str){0};
}

static bool is_folder(const struct whereabouts *where, struct arena *arena,
                      const struct document *from, struct str path)
{
    struct str target = target_of(arena, from, stem_of(path));
    return target.len > STR(CONTENT_FOLDER "/").len && map_get(&where->folders, target);
}

static void check_stray(const struct collection *collection, struct whereabouts *where,
                        const struct document *from, const struct stray_link *stray,
                        struct diags *diags)
{
    struct arena *arena = &diags->arena;
    struct address address = address_read(arena, stray->path, from->source.path);
    const struct attachment *file = collection_attachment(collection, address.path);
    if (file && file->told)
        return;
    find_whereabouts(where, collection);
    struct detail detail = {.args = {stray->written}};
    if (file)
        detail.suggestion = stray->path;
    else if (!stray->image)
        detail.suggestion = meant_page(collection, where, arena, from, stray);
    bool slip = stray->rule == RULE_LINK_BACKSLASH || stray->rule == RULE_LINK_BLANK;
    if (!slip && is_folder(where, arena, from, stray->path))
        collection_tell(diags, RULE_LINK_FOLDER, stray->span, detail);
    else if (!slip && str_starts(stray->path, STR("/")))
        collection_tell(diags, RULE_LINK_ROOTED, stray->span, detail);
    else if (!slip && detail.suggestion.len)
        collection_tell(diags, RULE_LINK_PAGE, stray->span, detail);
    else
        diag_add(diags, &parse_rules[stray->rule], stray->span, detail);
}

void body_links_check(const struct collection *collection, struct diags *diags)
{
    struct whereabouts where = {0};
    arena_init(&where.arena);
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        const struct markdown *body = &document->body;
        for (size_t k = 0; k < body->links.len; k++)
            check_link(collection, document, &body->links.items[k], diags);
        for (size_t k = 0; k < body->strays.len; k++)
            check_stray(collection, &where, document, &body->strays.items[k], diags);
    }
    arena_release(&where.arena);
}
