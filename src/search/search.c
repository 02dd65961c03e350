#include "search/search.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/said.h"
#include "base/stages.h"
#include "plan/paths.h"
#include "search/documents.h"
#include "search/named.h"
#include "search/orders.h"
#include "search/parts.h"
#include "search/split.h"
#include "search/synonyms.h"

static void put_bodies(struct buf *out, const struct search_documents *documents)
{
    struct buf text = BUF_INIT;
    buf_byte(out, '[');
    for (size_t i = 0; i < documents->collection->entries.len; i++) {
        buf_clear(&text);
        search_documents_put_text(&text, documents, &documents->items[i]);
        buf_put(out, i ? STR(",") : STR(""));
        search_put_string(out, buf_str(&text));
    }
    buf_byte(out, ']');
    buf_release(&text);
}

static void put_words(struct buf *out, const struct search_words *words)
{
    buf_byte(out, '"');
    for (size_t i = 0; i < words->len; i++) {
        buf_put(out, i ? STR(" ") : STR(""));
        buf_put(out, words->items[i]->text); /* letters and digits only */
    }
    buf_byte(out, '"');
}

static void put_lists(struct buf *out, const struct search_words *words)
{
    buf_byte(out, '"');
    for (size_t i = 0; i < words->len; i++) {
        buf_put(out, i ? STR(" ") : STR(""));
        search_put_list(out, words->items[i]);
    }
    buf_byte(out, '"');
}

static void put_orders(struct buf *out, const struct collection *collection)
{
    struct arena scratch;
    struct search_orders orders;
    arena_init(&scratch);
    search_orders_make(&orders, &scratch, collection);
    buf_lit(out, ",\n\"sorts\":");
    search_orders_put_names(out, &orders);
    buf_lit(out, ",\n\"o\":[");
    for (size_t i = 0; i < orders.len; i++) {
        buf_put(out, i ? STR(",") : STR(""));
        search_orders_put_ranks(out, &orders, i, 0, SIZE_MAX);
    }
    buf_byte(out, ']');
    arena_release(&scratch);
}

static void put_terms(struct buf *out, const struct collection *collection)
{
    struct arena scratch;
    struct search_sets sets;
    arena_init(&scratch);
    search_sets_make(&sets, &scratch, collection);
    search_put_terms(out, &sets, collection->settings.language, 0, SIZE_MAX);
    arena_release(&scratch);
}

static void put_whole(struct buf *out, const struct search_documents *documents,
                      const struct search_words *words, struct str bodies)
{
    const struct collection *collection = documents->collection;
    search_put_head(out, documents);
    buf_lit(out, "\"facets\":");
    search_put_facets(out, collection);
    buf_lit(out, ",\n\"f\":[");
    put_terms(out, collection);
    buf_byte(out, ']');
    put_orders(out, collection);
    buf_lit(out, ",\n\"texts\":");
    buf_put(out, bodies);
    buf_lit(out, ",\n\"w\":[[");
    put_words(out, words);
    buf_lit(out, ",\n");
    put_lists(out, words);
    buf_lit(out, "]]};\n");
}

/* Whether the texts alone are too large for one file, so that there is no use in trying. */
static bool is_large(const struct collection *collection, size_t max)
{
    size_t size = 0;
    for (size_t i = 0; i < collection->entries.len && size <= max; i++)
        size += collection->entries.items[i]->document->body.text.len;
    return size > max;
}

static void default_to(size_t *option, size_t value)
{
    if (*option == 0)
        *option = value;
}

static struct search_options completed(const struct search_options *options)
{
    struct search_options all = *options;
    default_to(&all.start_max, SEARCH_START_MAX);
    default_to(&all.rows_max, SEARCH_ROWS_MAX);
    default_to(&all.words_max, SEARCH_WORDS_MAX);
    default_to(&all.lists_max, SEARCH_LISTS_MAX);
    default_to(&all.sets_max, SEARCH_SETS_MAX);
    default_to(&all.list_inline, SEARCH_LIST_INLINE);
    return all;
}

struct search_index {
    struct search_options options;
    struct arena arena, uses;
    struct search_documents documents;
    struct word_gathering *read;
    struct search_words words;
    struct known_words *own; /* NULL: they are the caller's */
    struct buf bodies;       /* as they are written; empty if they are too large for one file */
};

struct search_index *search_begin(const struct collection *collection,
                                  const struct search_options *options)
{
    if (collection->kind.search.len == 0)
        return NULL;
    struct search_index *index = memory_resize(NULL, sizeof *index);
    *index = (struct search_index){.options = completed(options)};
    arena_init(&index->arena);
    arena_init(&index->uses);
    if (!index->options.known)
        index->own = index->options.known = known_words_open();
    search_documents_list(&index->documents, &index->arena, collection);
    index->read = search_words_read(&index->arena, index->options.known, &index->documents,
                                    index->options.threads);
    if (!is_large(collection, index->options.start_max))
        put_bodies(&index->bodies, &index->documents);
    return index;
}

static void make_files(struct search_index *index, struct made_files *files, struct arena *arena)
{
    const struct collection *collection = index->documents.collection;
    struct buf whole = BUF_INIT;
    if (index->bodies.len)
        put_whole(&whole, &index->documents, &index->words, buf_str(&index->bodies));
    if (whole.len && whole.len <= index->options.start_max)
        search_add_start(files, arena, collection, &index->options, &whole);
    else
        search_split(files, arena, &index->documents, &index->words, &index->uses, &index->options);
    buf_release(&whole);
}

void search_end(struct search_index *index, struct made_files *files, struct arena *arena)
{
    const struct collection *collection = index->documents.collection;
    search_words_gather(&index->words, &index->arena, &index->uses, index->read);
    if (index->own)
        known_words_settle(index->own);
    search_synonyms_apply(&index->words, &index->arena, &collection->synonyms,
                          index->documents.len);
    make_files(index, files, arena);
    buf_release(&index->bodies);
    arena_release(&index->uses);
    arena_release(&index->arena);
    known_words_close(index->own);
    free(index);
}

/* The last of the files is the one that the others are loaded from. */
static void add_made(struct plan *plan)
{
    struct made_files files = {0};
    stages_begin(plan->inputs.stages, SAID("lager søkeindeksen", "making the search index"));
    search_end(plan->inputs.index, &files, &plan->arena);
    plan->inputs.index = NULL;
    stages_end(plan->inputs.stages, 0, 0);
    for (size_t i = 0; i < files.len; i++)
        plan_add(plan, (struct output){.path = files.items[i].path,
                                       .made = &files.items[i],
                                       .origin = plan->collection->kind.names->span});
    plan->search_path = files.len ? files.items[files.len - 1].path : (struct str){0};
    plan->search_split = files.len > 1;
}

static void name_only(struct plan *plan, const struct search_options *options)
{
    plan->search_path = search_start_path(&plan->arena, plan->collection, options);
    plan->search_split = plan->search_path.len && is_large(plan->collection, options->start_max);
}

void search_add(struct plan *plan)
{
    struct search_options options = completed(&(struct search_options){0});
    if (plan->inputs.index)
        add_made(plan);
    else
        name_only(plan, &options);
}
