#include "site/output_keys.h"

#include <stdint.h>

#include "base/arena.h"
#include "site/families.h"
#include "template/template.h"

/* The lengths stand before texts, so that no two lists of texts are appended alike. */
static void append_text(struct hashing *hashing, struct str text)
{
    uint64_t len = text.len;
    hash_append(hashing, (struct str){(const char *)&len, sizeof len});
    hash_append(hashing, text);
}

static struct str raw_bytes(const void *bytes, size_t size)
{
    return (struct str){bytes, size};
}

/* A document is known by its bytes, which are read anyway; other files by their stamps. */
static bool append_files(struct hashing *hashing, const struct collection *collection,
                         const struct fs_list *inputs)
{
    bool known = true;
    for (size_t i = 0; i < inputs->len; i++) {
        const struct fs_entry *file = &inputs->items[i];
        if (file->kind == FS_FOLDER || collection_document(collection, file->path))
            continue;
        known = known && fs_stamp_is_known(&file->stamp);
        append_text(hashing, file->path);
        append_text(hashing, raw_bytes(&file->stamp, sizeof file->stamp));
    }
    return known;
}

/* All that pages show of other documents stands in their front matter. */
static void append_front_matter(struct hashing *hashing, const struct store *documents)
{
    for (size_t i = 0; i < documents->len; i++) {
        const struct document *document = documents->items[i];
        append_text(hashing, document->source.path);
        hash_append_hash(hashing, document->around_hash);
    }
}

/*
 * Files that pages only load have names that follow from what is in them. A page may ask whether
 * the index is split without naming its file.
 */
static void append_pages(struct hashing *hashing, const struct plan *plan)
{
    append_text(hashing, plan->search_split ? STR("split") : STR("whole"));
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (plan->outputs.items[i].family->lasting)
            append_text(hashing, plan->outputs.items[i].path);
}

/*
 * The name of the search index follows from all texts, and a theme may put it out wherever it
 * likes.
 */
static bool *list_own_text(struct arena *arena, const struct renderer *renderer)
{
    bool *own_text = arena_items(arena, bool, site_family_count);
    for (size_t i = 0; i < site_family_count; i++) {
        const struct template *template = renderer->templates[i];
        own_text[i] =
            site_families[i].own_text && !(template && template_puts(template, STR("search_path")));
    }
    return own_text;
}

void output_keys_make(struct output_keys *keys, struct arena *arena, const struct site *site,
                      const struct fs_list *inputs)
{
    const struct store *documents = &site->collection.documents;
    struct hashing *hashing = hash_begin();
    *keys = (struct output_keys){.plan = &site->plan};
    keys->own_text = list_own_text(arena, &site->renderer);
    keys->known = append_files(hashing, &site->collection, inputs);
    append_front_matter(hashing, documents);
    append_pages(hashing, &site->plan);
    keys->common = hash_end(hashing);
    hashing = hash_begin();
    hash_append_hash(hashing, keys->common);
    for (size_t i = 0; i < documents->len; i++)
        hash_append_hash(hashing, documents->items[i]->written_hash);
    keys->texts = hash_end(hashing);
}

void output_keys_keep(struct output_keys *keys, struct arena *arena, const struct site *site,
                      uint64_t reading)
{
    *keys = (struct output_keys){.plan = &site->plan, .known = true};
    keys->own_text = list_own_text(arena, &site->renderer);
    keys->common = hash_of(raw_bytes(&reading, sizeof reading));
    keys->texts = keys->common;
}

struct hash output_key(const struct output_keys *keys, const struct output *output)
{
    if (!keys->known)
        return (struct hash){0};
    struct hashing *hashing = hash_begin();
    append_text(hashing, output->path);
    if (!keys->own_text[output->family - site_families]) {
        hash_append_hash(hashing, keys->texts);
        return hash_end(hashing);
    }
    hash_append_hash(hashing, keys->common);
    if (output->document)
        hash_append_hash(hashing, output->document->written_hash);
    for (size_t i = 0; i < output->texts.len; i++)
        hash_append_hash(hashing, output->texts.items[i]->document->written_hash);
    return hash_end(hashing);
}
