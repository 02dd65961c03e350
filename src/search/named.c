#include "search/named.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/language.h"
#include "base/vec.h"

static struct str search_path(struct arena *arena, const struct collection *collection,
                              struct str stem, struct str hash)
{
    return STR_JOIN(arena, collection->kind.search, STR("/"), stem, STR("-"), hash, STR(".js"));
}

static struct str shown_hash(struct arena *arena, struct hash hash)
{
    return str_slice(hash_hex(arena, hash), 0, HASH_IN_INDEX);
}

/* ---- what an index is made from ---- */

/* What is no document: what the program knows and is asked, and the other files of the content. */
static void append_frame(struct hashing *hashing, const struct collection *collection,
                         const struct search_options *options)
{
    static const enum language_list lists[] = {WORDS_STOP_WORDS, WORDS_ENDINGS, WORDS_DOUBLING};
    struct buf text = BUF_INIT;
    buf_format(&text, "%d %zu %zu %zu %zu %zu %zu", SEARCH_FORM, options->start_max,
               options->rows_max, options->words_max, options->lists_max, options->sets_max,
               options->list_inline);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        buf_byte(&text, '\n');
        language_put_words(&text, language_of(collection->settings.language), lists[i]);
    }
    hash_append_line(hashing, buf_str(&text));
    buf_release(&text);
    hash_append_hash(hashing, hash_of(collection->settings.source.text));
    hash_append_hash(hashing, hash_of(collection->schema_source.text));
    hash_append_hash(hashing, hash_of(collection->synonyms_source.text));
}

/* Who asks for drafts gets other entries of the same documents. */
static struct hash hash_of_content(const struct collection *collection,
                                   const struct search_options *options)
{
    struct hashing *hashing = hash_begin();
    append_frame(hashing, collection, options);
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        hash_append_line(hashing, document->source.path);
        hash_append_line(hashing, document->left_out ? STR("-") : STR("+"));
        hash_append_hash(hashing, document->around_hash);
        hash_append_hash(hashing, document->written_hash);
    }
    return hash_end(hashing);
}

/* ---- the names ---- */

struct str search_start_path(struct arena *arena, const struct collection *collection,
                             const struct search_options *options)
{
    if (collection->kind.search.len == 0)
        return (struct str){0};
    struct hash hash = hash_of_content(collection, options);
    return search_path(arena, collection, STR("start"), shown_hash(arena, hash));
}

void search_add_start(struct made_files *files, struct arena *arena,
                      const struct collection *collection, const struct search_options *options,
                      struct buf *bytes)
{
    struct str path = search_start_path(arena, collection, options);
    vec_push(arena, files, ((struct made_file){.path = path, .bytes = buf_take(bytes, arena)}));
}

struct str search_add_file(struct made_files *files, struct arena *arena,
                           const struct collection *collection, struct str stem, struct buf *bytes)
{
    struct made_file file = {.bytes = buf_take(bytes, arena)};
    struct str hash = shown_hash(arena, hash_of(file.bytes));
    file.path = search_path(arena, collection, stem, hash);
    vec_push(arena, files, file);
    return hash;
}
