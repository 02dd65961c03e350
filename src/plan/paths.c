#include "plan/paths.h"

#include "base/hash.h"
#include "base/language.h"
#include "base/slug.h"

struct str plan_address(struct arena *arena, const struct collection *collection, struct str path)
{
    struct str base = collection->settings.base_url;
    if (base.len == 0)
        return (struct str){0};
    return str_eq(path, STR(HOME_PATH)) ? base : STR_JOIN(arena, base, path);
}

struct str plan_entry_path(struct arena *arena, const struct collection *collection,
                           const struct entry *entry)
{
    return STR_JOIN(arena, collection->kind.path, STR("/"), entry->folder->id, STR("/"),
                    entry->document->slug, STR(".html"));
}

struct str plan_entries_path(struct arena *arena, const struct collection *collection)
{
    return STR_JOIN(arena, collection->kind.path, STR(".html"));
}

/* Returns the path of a page that the schema may ask for under a name of its own. */
static struct str own_page(struct arena *arena, struct str name)
{
    return name.len ? STR_JOIN(arena, name, STR(".html")) : (struct str){0};
}

/* Returns the folder beside it, for the files that it loads. */
static struct str own_folder(struct arena *arena, struct str name)
{
    return name.len ? STR_JOIN(arena, name, STR("/")) : (struct str){0};
}

struct str plan_overview_path(struct arena *arena, const struct collection *collection)
{
    return own_page(arena, collection->kind.overview);
}

struct str plan_print_path(struct arena *arena, const struct collection *collection)
{
    return own_page(arena, collection->kind.print);
}

struct str plan_print_part_path(struct arena *arena, const struct collection *collection,
                                const struct term *folder)
{
    struct str parts = own_folder(arena, collection->kind.print);
    return parts.len ? STR_JOIN(arena, parts, folder->id, STR(".html")) : parts;
}

struct str plan_booklet_path(struct arena *arena, const struct term *term)
{
    struct str folder = term->entries.len ? term->facet->booklets : (struct str){0};
    return folder.len ? STR_JOIN(arena, folder, STR("/"), term->path) : folder;
}

struct str plan_news_path(struct arena *arena, const struct collection *collection)
{
    return own_page(arena, collection->kind.news);
}

struct str plan_compare_path(struct arena *arena, const struct collection *collection)
{
    return own_page(arena, collection->kind.compare);
}

struct str plan_compared_folder(struct arena *arena, const struct collection *collection)
{
    return own_folder(arena, collection->kind.compare);
}

struct str plan_compared_path(struct arena *arena, const struct collection *collection,
                              size_t number)
{
    struct str folder = plan_compared_folder(arena, collection);
    return folder.len ? str_format(arena, "%.*s%zu.js", STR_ARG(folder), number) : (struct str){0};
}

struct str plan_facet_path(struct arena *arena, const struct facet *facet)
{
    bool page = facet->path.len && facet->index;
    return page ? STR_JOIN(arena, facet->path, STR(".html")) : (struct str){0};
}

struct str plan_text_page_path(struct arena *arena, const struct text_page *page)
{
    return STR_JOIN(arena, page->document->slug, STR(".html"));
}

struct str plan_asset_path(struct arena *arena, const struct asset *asset)
{
    size_t dot = str_rfind_byte(asset->name, '.');
    size_t stem = dot < asset->name.len ? dot : asset->name.len;
    return STR_JOIN(arena, STR("assets/"), str_slice(asset->name, 0, stem), STR("."),
                    str_slice(asset->hash, 0, HASH_SHOWN), str_from(asset->name, stem));
}

struct str plan_attachment_path(struct arena *arena, const struct collection *collection,
                                const struct attachment *attachment)
{
    const struct language *language = language_or_english(collection->settings.language);
    struct str folder = attachment->type->use == FILE_PICTURE
                            ? language_says(language, PHRASE_PICTURES)
                            : STR("files");
    return STR_JOIN(arena, folder, str_from(attachment->source.path, sizeof CONTENT_FOLDER - 1));
}

struct str plan_cards_path(struct arena *arena, const struct collection *collection, size_t number)
{
    struct str folder = collection->kind.search;
    return folder.len ? str_format(arena, "%.*s/c%zu.js", STR_ARG(folder), number)
                      : (struct str){0};
}

struct str plan_data_path(struct arena *arena, const struct collection *collection, struct str name)
{
    struct str folder = collection->kind.data;
    return folder.len ? STR_JOIN(arena, folder, STR("/"), name) : (struct str){0};
}

struct str plan_entries_data_path(struct arena *arena, const struct collection *collection,
                                  struct str ending)
{
    return plan_data_path(arena, collection, STR_JOIN(arena, collection->kind.path, ending));
}

struct str plan_catalogue_path(struct arena *arena, const struct collection *collection)
{
    struct str name = collection->kind.catalogue;
    return name.len ? plan_data_path(arena, collection, STR_JOIN(arena, name, STR(".ttl"))) : name;
}

struct str plan_schema_path(struct arena *arena, const struct collection *collection)
{
    return plan_entries_data_path(arena, collection, STR(".schema.json"));
}

struct str plan_terms_name(struct arena *arena, const struct facet *facet)
{
    return facet->path.len ? facet->path : slug_make(arena, facet->field);
}

struct str plan_terms_data_path(struct arena *arena, const struct collection *collection,
                                const struct facet *facet, struct str ending)
{
    struct str name = plan_terms_name(arena, facet);
    return plan_data_path(arena, collection, STR_JOIN(arena, name, ending));
}

struct str plan_feed_path(struct arena *arena, const struct term *term, struct str ending)
{
    struct str page = term ? term->path : STR("feed.html");
    return STR_JOIN(arena, str_slice(page, 0, str_rfind_byte(page, '.')), ending);
}

struct str plan_form_path(struct arena *arena, const struct collection *collection)
{
    return own_page(arena, collection->kind.form);
}

struct str plan_originals_path(struct arena *arena, const struct collection *collection)
{
    return own_folder(arena, collection->kind.form);
}

struct str plan_original_path(struct arena *arena, const struct collection *collection,
                              const struct entry *entry)
{
    struct str folder = plan_originals_path(arena, collection);
    return folder.len ? STR_JOIN(arena, folder, entry->document->slug, STR(".js"))
                      : (struct str){0};
}

struct str plan_entry_ids_path(struct arena *arena, const struct collection *collection,
                               size_t number)
{
    struct str folder = plan_originals_path(arena, collection);
    return folder.len ? str_format(arena, "%.*s%zu.ids.js", STR_ARG(folder), number)
                      : (struct str){0};
}

struct str plan_root_of(struct arena *arena, struct str path)
{
    return str_way_up(arena, path);
}
