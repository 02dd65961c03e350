#include "search/words.h"

#include <assert.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/workers.h"
#include "search/lexicon.h"

/* A word that a worker has seen. */
struct seen_word {
    struct str text;
    uint32_t number;          /* the worker's own */
    size_t document;          /* in which it was last seen, from 1; 0: none */
    size_t place;             /* its place among the uses of that document */
    struct search_word *word; /* shared by all workers; set by join_words() */
};

struct texts {
    struct str *items;
    size_t len, cap;
};

/* What one worker has read. */
struct word_reader {
    struct arena arena;
    struct map by_text; /* → struct seen_word */
    struct {
        struct seen_word **items;
        size_t len, cap;
    } words;
    struct {
        uint32_t *items;
        size_t len, cap;
    } uses;          /* of the present document: as search_use, but with the word's number */
    size_t document; /* the present one, from 1 */
    struct buf body, folded;
    struct texts found; /* the words of the present text */
};

/* The words of one document, as numbers of the worker that read it. */
struct document_uses {
    const uint32_t *items;
    size_t len, worker;
};

struct gathered_words {
    const struct search_documents *documents;
    struct lexicon phrases;     /* of the synonyms */
    struct texts **terms;       /* by the facet's and the term's number: the words of its names */
    struct document_uses *uses; /* by number */
    struct word_reader readers[WORKERS_MAX];
};

static struct seen_word *see_word(struct word_reader *reader, struct str text)
{
    struct seen_word *seen = map_get(&reader->by_text, text);
    if (seen)
        return seen;
    assert(reader->words.len <= SEARCH_NUMBER_MAX);
    seen = arena_new(&reader->arena, struct seen_word);
    seen->text = str_copy(&reader->arena, text);
    seen->number = (uint32_t)reader->words.len;
    vec_push(&reader->arena, &reader->words, seen);
    map_add(&reader->by_text, seen->text, seen);
    return seen;
}

static void note_word(struct word_reader *reader, struct str text, enum search_field field)
{
    struct seen_word *seen = see_word(reader, text);
    if (seen->document != reader->document) {
        seen->document = reader->document;
        seen->place = reader->uses.len;
        vec_push(&reader->arena, &reader->uses, seen->number << SEARCH_FIELDS);
    }
    reader->uses.items[seen->place] |= 1u << field;
}

static void note_words(struct word_reader *reader, const struct texts *words,
                       enum search_field field)
{
    for (size_t i = 0; i < words->len; i++)
        note_word(reader, words->items[i], field);
}

/* ---- the words of a text ---- */

static bool is_one_letter(struct str word)
{
    enum { RUNE_MAX = 4 };
    return !ascii_is_digit(word.ptr[0]) && word.len <= RUNE_MAX && utf8_skip(word, 1) == word.len;
}

static struct str cut_word(struct str word)
{
    return word.len > SEARCH_WORD_MAX ? str_slice(word, 0, utf8_skip(word, SEARCH_WORD_MAX)) : word;
}

static bool step_through(const struct lexicon *phrases, struct lexicon_walk *walk, struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (!lexicon_step(phrases, walk, bytes.ptr[i]))
            return false;
    return true;
}

/* Adds the phrases that begin with a word to reader->found; `rest` is the text after the word. */
static void find_phrases(const struct lexicon *phrases, struct word_reader *reader, struct str word,
                         struct str rest)
{
    struct lexicon_walk walk = lexicon_start(phrases);
    while (step_through(phrases, &walk, word)) {
        if (lexicon_ends(phrases, &walk))
            vec_push(&reader->arena, &reader->found, phrases->texts[walk.from]);
        if (!norwegian_word(&rest, &word) || !lexicon_step(phrases, &walk, ' '))
            return;
    }
}

/* Sets reader->found to the words and phrases of a folded text; `letters`: also single letters. */
static void find_words(const struct gathered_words *gathered, struct word_reader *reader,
                       struct str folded, bool letters)
{
    reader->found.len = 0;
    for (struct str rest = folded, word; norwegian_word(&rest, &word);) {
        if (letters || !is_one_letter(word))
            vec_push(&reader->arena, &reader->found, cut_word(word));
        find_phrases(&gathered->phrases, reader, word, rest);
    }
}

static void note_text_words(const struct gathered_words *gathered, struct word_reader *reader,
                            struct str text, enum search_field field)
{
    buf_clear(&reader->folded);
    norwegian_fold(&reader->folded, text);
    find_words(gathered, reader, buf_str(&reader->folded), false);
    note_words(reader, &reader->found, field);
}

/* On the page of a term whatever it is called is as good as its title. */
static void note_name(const struct gathered_words *gathered, struct word_reader *reader,
                      const struct term_name *name, bool letters)
{
    find_words(gathered, reader, name->words, letters);
    note_words(reader, &reader->found, SEARCH_TITLE);
    note_words(reader, &reader->found, SEARCH_NAMES);
}

/* ---- the words of a term ---- */

/* What reading the terms' names takes. One thread does, before the others read the documents. */
struct term_reader {
    const struct gathered_words *gathered;
    struct word_reader *reader;
    struct arena *arena; /* where the words live */
};

static void read_term_name(const struct term_reader *with, struct texts *words,
                           const struct term_name *name, bool letters)
{
    find_words(with->gathered, with->reader, name->words, letters);
    for (size_t i = 0; i < with->reader->found.len; i++)
        vec_push(with->arena, words, with->reader->found.items[i]);
}

static void read_term_names(const struct term_reader *with, struct texts *words,
                            const struct term_names *names)
{
    for (size_t i = 0; i < names->len; i++)
        read_term_name(with, words, &names->items[i], false);
}

/* Only an abbreviation may be a single letter. */
static void read_term_words(const struct term_reader *with, struct texts *words,
                            const struct term *term)
{
    read_term_names(with, words, &term->labels);
    read_term_name(with, words, &term->short_name, true);
    read_term_names(with, words, &term->names);
}

/* Reads the names of each term once, however many entries have it. */
static void read_all_terms(struct gathered_words *gathered, struct arena *arena)
{
    const struct facet_list *facets = &gathered->documents->collection->facets;
    struct term_reader with = {gathered, &gathered->readers[0], arena};
    gathered->terms = arena_items(arena, struct texts *, facets->len);
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        gathered->terms[f] = arena_items(arena, struct texts, facet->terms.len);
        for (size_t i = 0; i < facet->terms.len; i++)
            read_term_words(&with, &gathered->terms[f][facet->terms.items[i]->number],
                            facet->terms.items[i]);
    }
}

/* ---- the words of a document ---- */

/*
 * Notes the words of all texts below a value that the schema marks x-search.
 * `marked`: the value is an item of a list that is.
 */
static void note_marked(const struct gathered_words *gathered, struct word_reader *reader,
                        const struct schema *schema, const struct value *value, bool marked)
{
    if (!schema || !value)
        return;
    marked = marked || value_get_bool(schema->keywords, STR("x-search"));
    if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            note_marked(gathered, reader, schema->items, value->list.items[i], marked);
    else if (value->kind == VALUE_MAP)
        for (size_t i = 0; i < schema->properties.len; i++)
            note_marked(gathered, reader, schema->properties.items[i].schema,
                        value_get(value, schema->properties.items[i].name), false);
    else if (marked)
        note_text_words(gathered, reader, value_str(value), SEARCH_NAMES);
}

static void note_entry_names(const struct gathered_words *gathered, struct word_reader *reader,
                             const struct entry *entry)
{
    const struct collection *collection = gathered->documents->collection;
    for (size_t f = 0; f < collection->facets.len; f++)
        for (size_t i = 0; i < entry->terms[f].len; i++)
            note_words(reader, &gathered->terms[f][entry->terms[f].items[i]->number], SEARCH_NAMES);
    note_marked(gathered, reader, collection->schema, entry->document->fields, false);
}

/* The first label is the title (struct term). */
static void note_other_names(const struct gathered_words *gathered, struct word_reader *reader,
                             const struct term *term)
{
    for (size_t i = 1; i < term->labels.len; i++)
        note_name(gathered, reader, &term->labels.items[i], false);
    note_name(gathered, reader, &term->short_name, true);
    for (size_t i = 0; i < term->names.len; i++)
        note_name(gathered, reader, &term->names.items[i], false);
}

/* Line by line, which is block by block: no phrase goes over two of them. */
static void note_body(const struct gathered_words *gathered, struct word_reader *reader,
                      const struct search_document *document)
{
    buf_clear(&reader->body);
    search_documents_put_text(&reader->body, gathered->documents, document);
    for (struct str rest = buf_str(&reader->body), line; str_cut(&rest, '\n', &line);)
        note_text_words(gathered, reader, line, SEARCH_TEXT);
}

/* What a text page is looked for by, besides its title: its headings, and its address. */
static void note_page_names(const struct gathered_words *gathered, struct word_reader *reader,
                            const struct search_document *document)
{
    const struct markdown *body = document->body;
    for (size_t i = 0; i < body->heading_lines.len; i++) {
        struct heading_line line = body->heading_lines.items[i];
        note_text_words(gathered, reader, str_slice(body->text, line.start, line.end),
                        SEARCH_NAMES);
    }
    note_text_words(gathered, reader,
                    str_slice(document->path, 0, document->path.len - STR(".html").len),
                    SEARCH_NAMES);
}

static void note_document(const struct gathered_words *gathered, struct word_reader *reader,
                          const struct search_document *document)
{
    note_text_words(gathered, reader, document->title, SEARCH_TITLE);
    if (document->entry)
        note_entry_names(gathered, reader, document->entry);
    if (document->term)
        note_other_names(gathered, reader, document->term);
    if (document->page)
        note_page_names(gathered, reader, document);
    note_text_words(gathered, reader, document->summary, SEARCH_SUMMARY);
    note_body(gathered, reader, document);
}

static void read_document_words(void *context, size_t index, size_t worker)
{
    struct gathered_words *gathered = context;
    struct word_reader *reader = &gathered->readers[worker];
    reader->document = index + 1;
    reader->uses.len = 0;
    note_document(gathered, reader, &gathered->documents->items[index]);

    uint32_t *uses = arena_items(&reader->arena, uint32_t, reader->uses.len);
    for (size_t i = 0; i < reader->uses.len; i++)
        uses[i] = reader->uses.items[i];
    gathered->uses[index] = (struct document_uses){uses, reader->uses.len, worker};
}

/* ---- what all the workers have seen, together ---- */

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

static int compare_search_words(const void *left, const void *right)
{
    const struct search_word *a = *(struct search_word *const *)left;
    const struct search_word *b = *(struct search_word *const *)right;
    return str_cmp(a->text, b->text);
}

/* Makes one search_word for each text that any worker has seen or a synonym has, and sorts them. */
static void join_words(struct word_list *list, struct arena *arena, struct gathered_words *gathered)
{
    const struct synonyms *synonyms = &gathered->documents->collection->synonyms;
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        struct word_reader *reader = &gathered->readers[i];
        for (size_t k = 0; k < reader->words.len; k++) {
            struct seen_word *seen = reader->words.items[k];
            seen->word = add_word(list, arena, seen->text);
        }
    }
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++)
            add_word(list, arena, synonyms->items[g].items[i].folded);
    if (list->len)
        qsort(list->items, list->len, sizeof *list->items, compare_search_words);
}

/* Returns the shared word of one of the uses of a document. */
static struct search_word *word_of(const struct gathered_words *gathered,
                                   const struct document_uses *uses, size_t place)
{
    const struct word_reader *reader = &gathered->readers[uses->worker];
    return reader->words.items[uses->items[place] >> SEARCH_FIELDS]->word;
}

/*
 * Turns the words of each document into the documents of each word (an inverted index),
 * by a counting sort: count the uses of each word, give it room for as many, and put
 * them there in the order of the documents.
 */
static void invert(const struct gathered_words *gathered, struct arena *arena,
                   const struct word_list *list)
{
    const struct document_uses *uses = gathered->uses;
    size_t count = gathered->documents->len;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < uses[i].len; k++)
            word_of(gathered, &uses[i], k)->uses.len++;
    for (size_t i = 0; i < list->len; i++) {
        struct search_word *word = list->items[i];
        word->uses.items = arena_items(arena, search_use, word->uses.len);
        word->uses.len = 0;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < uses[i].len; k++) {
            struct search_word *word = word_of(gathered, &uses[i], k);
            search_use fields = uses[i].items[k] & SEARCH_FIELDS_MASK;
            word->uses.items[word->uses.len++] = (search_use)i << SEARCH_FIELDS | fields;
        }
}

static int compare_phrases(const void *left, const void *right)
{
    return str_cmp(*(const struct str *)left, *(const struct str *)right);
}

static void list_phrases(struct lexicon *phrases, struct arena *arena,
                         const struct synonyms *synonyms)
{
    struct texts texts = {0};
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++)
            if (str_find_byte(synonyms->items[g].items[i].folded, ' ') != SIZE_MAX)
                vec_push(arena, &texts, synonyms->items[g].items[i].folded);
    if (texts.len)
        qsort(texts.items, texts.len, sizeof *texts.items, compare_phrases);
    lexicon_init(phrases, texts.items, texts.len);
}

static void gather_words(struct gathered_words *gathered, struct search_words *words,
                         struct arena *arena, size_t threads)
{
    struct word_list list = {0};
    list_phrases(&gathered->phrases, arena, &gathered->documents->collection->synonyms);
    read_all_terms(gathered, arena);
    workers_run(threads, gathered->documents->len, read_document_words, gathered);
    map_init(&list.by_text, arena);
    join_words(&list, arena, gathered);
    invert(gathered, arena, &list);
    *words = (struct search_words){list.items, list.len};
}

void search_words_gather(struct search_words *words, struct arena *arena,
                         const struct search_documents *documents, size_t threads)
{
    struct gathered_words *gathered = arena_new(arena, struct gathered_words);
    assert(documents->len <= (size_t)SEARCH_NUMBER_MAX + 1);
    gathered->documents = documents;
    gathered->uses = arena_items(arena, struct document_uses, documents->len);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        map_init(&gathered->readers[i].by_text, &gathered->readers[i].arena);
    gather_words(gathered, words, arena, threads);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        buf_release(&gathered->readers[i].body);
        buf_release(&gathered->readers[i].folded);
        arena_release(&gathered->readers[i].arena);
    }
}
