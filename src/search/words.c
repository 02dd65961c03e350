#include "search/words.h"

#include <assert.h>
#include <stdlib.h>

#include "base/vec.h"
#include "base/workers.h"
#include "search/word_reader.h"

/* The uses that a worker's reader has found in a document. */
struct read_uses {
    struct document_uses list;
    size_t worker;
};

struct gathered_words {
    struct word_sources sources;
    struct read_uses *uses; /* by the document's number */
    struct word_reader readers[WORKERS_MAX];
};

/* ---- one list of what all the readers have seen ---- */

struct word_list {
    struct search_word **items;
    size_t len, cap;
    struct map by_text;
};

static struct search_word *add_word(struct word_list *list, struct arena *arena, struct str text)
{
    struct search_word *word = map_get(&list->by_text, text);
    if (word)
        return word;
    word = arena_new(arena, struct search_word);
    word->text = str_copy(arena, text);
    vec_push(arena, list, word);
    map_add(&list->by_text, word->text, word);
    return word;
}

static void add_seen_words(struct word_list *list, struct arena *arena, struct word_reader *reader)
{
    for (size_t i = 0; i < reader->words.len; i++) {
        struct seen_word *seen = reader->words.items[i];
        seen->word = add_word(list, arena, seen->text);
        written_join(&seen->word->written, &seen->written);
    }
}

static void add_synonyms(struct word_list *list, struct arena *arena,
                         const struct synonyms *synonyms)
{
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++)
            add_word(list, arena, synonyms->items[g].items[i].folded);
}

static int compare_search_words(const void *left, const void *right)
{
    const struct search_word *a = *(struct search_word *const *)left;
    const struct search_word *b = *(struct search_word *const *)right;
    return str_cmp(a->text, b->text);
}

/* Makes one search_word for each text that any reader has seen or a synonym has, and sorts them. */
static void join_words(struct word_list *list, struct arena *arena, struct gathered_words *gathered)
{
    map_init(&list->by_text, arena);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        add_seen_words(list, arena, &gathered->readers[i]);
    add_synonyms(list, arena, &gathered->sources.documents->collection->synonyms);
    if (list->len)
        qsort(list->items, list->len, sizeof *list->items, compare_search_words);
}

/* ---- from the words of documents to the documents of words ---- */

/* Returns the joined word of one of the uses of a document. */
static struct search_word *word_of(const struct gathered_words *gathered,
                                   const struct read_uses *uses, size_t place)
{
    const struct word_reader *reader = &gathered->readers[uses->worker];
    return reader->words.items[uses->list.items[place] >> SEARCH_FIELDS]->word;
}

static void count_uses(const struct gathered_words *gathered, const struct read_uses *uses)
{
    for (size_t i = 0; i < uses->list.len; i++)
        word_of(gathered, uses, i)->uses.len++;
}

static void make_room(struct arena *arena, struct search_word *word)
{
    word->uses.items = arena_items(arena, search_use, word->uses.len);
    word->uses.len = 0;
}

static void place_uses(const struct gathered_words *gathered, size_t document)
{
    const struct read_uses *uses = &gathered->uses[document];
    for (size_t i = 0; i < uses->list.len; i++) {
        struct search_word *word = word_of(gathered, uses, i);
        search_use fields = uses->list.items[i] & SEARCH_FIELDS_MASK;
        word->uses.items[word->uses.len++] = (search_use)document << SEARCH_FIELDS | fields;
    }
}

/*
 * Turns the words of each document into the documents of each word (an inverted index),
 * by a counting sort: count the uses of each word, give it room for as many, and put
 * them there in the order of the documents.
 */
static void invert(const struct gathered_words *gathered, struct arena *arena,
                   const struct word_list *list)
{
    size_t count = gathered->sources.documents->len;
    for (size_t i = 0; i < count; i++)
        count_uses(gathered, &gathered->uses[i]);
    for (size_t i = 0; i < list->len; i++)
        make_room(arena, list->items[i]);
    for (size_t i = 0; i < count; i++)
        place_uses(gathered, i);
}

/* ---- how they are written ---- */

/* In how many documents a word stands, beside those that have it of a term's names alone. */
static size_t count_texts(const struct search_word *word)
{
    size_t count = 0;
    for (size_t i = 0; i < word->uses.len; i++)
        count += (word->uses.items[i] & SEARCH_FIELDS_MASK) != 1u << SEARCH_NAMES;
    return count;
}

/* «Tåle» is no form of tale where most texts have «tale». */
static void settle_form(struct arena *arena, struct search_word *word)
{
    struct written *written = &word->written;
    bool stands = written->text.ptr && !str_eq(written->text, word->text) &&
                  2 * written->documents >= count_texts(word);
    written->text = stands ? str_copy(arena, written->text) : (struct str){0};
}

/* ---- all of it ---- */

static void find_sources(struct word_sources *sources, struct arena *arena,
                         const struct search_documents *documents)
{
    const struct collection *collection = documents->collection;
    sources->documents = documents;
    text_words_list_phrases(&sources->phrases, arena, &collection->synonyms);
    term_words_read(&sources->terms, arena, &collection->facets, &sources->phrases);
}

static void read_document_words(void *context, size_t index, size_t worker)
{
    struct gathered_words *gathered = context;
    gathered->uses[index] =
        (struct read_uses){word_reader_read(&gathered->readers[worker], index), worker};
}

void search_words_gather(struct search_words *words, struct arena *arena,
                         const struct search_documents *documents, size_t threads)
{
    struct gathered_words *gathered = arena_new(arena, struct gathered_words);
    struct word_list list = {0};
    assert(documents->len <= (size_t)SEARCH_NUMBER_MAX + 1);
    find_sources(&gathered->sources, arena, documents);
    gathered->uses = arena_items(arena, struct read_uses, documents->len);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        word_reader_init(&gathered->readers[i], &gathered->sources);
    workers_run(threads, documents->len, read_document_words, gathered);
    join_words(&list, arena, gathered);
    invert(gathered, arena, &list);
    for (size_t i = 0; i < list.len; i++)
        settle_form(arena, list.items[i]);
    *words = (struct search_words){list.items, list.len};
    for (size_t i = 0; i < WORKERS_MAX; i++)
        word_reader_release(&gathered->readers[i]);
}
