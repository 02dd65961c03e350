#include "search/words.h"

#include <assert.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/vec.h"
#include "base/workers.h"
#include "search/term_words.h"
#include "search/word_reader.h"

/* The words of a file as it was when it had this stamp. */
struct known_document {
    struct fs_stamp stamp;
    struct read_words words;
};

struct known_words {
    struct arena arena;
    struct hash asked;    /* what decides, besides the bytes of a file, what is read of it */
    size_t whole;         /* the memory of what was read when nothing was known */
    struct map documents; /* path → struct known_document */
    struct map by_text;   /* → struct search_word */
    struct {
        struct search_word **items;
        size_t len, cap;
    } words; /* by their bytes */
    struct word_reader readers[WORKERS_MAX];
};

/* The words of the names of a term, by their places. */
struct name_words {
    size_t *items;
    size_t len;
};

struct word_gathering {
    struct known_words *known;
    const struct search_documents *documents;
    struct word_sources sources;
    struct known_document **each; /* by the document's number */
    struct name_words **names;    /* by the facet's number, and the term's in it */
    size_t *places[WORKERS_MAX];  /* of the words of a reader, by its number of them */
    size_t *starts, *ends; /* by the word's place: where its uses begin among all, and end so far */
    search_use *uses;
    struct arena passing[WORKERS_MAX]; /* for what is not kept, by the worker */
};

/* ---- what is known ---- */

static void known_init(struct known_words *known)
{
    *known = (struct known_words){0};
    arena_init(&known->arena);
    map_init(&known->documents, &known->arena);
    map_init(&known->by_text, &known->arena);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        word_reader_init(&known->readers[i]);
}

static void known_release(struct known_words *known)
{
    for (size_t i = 0; i < WORKERS_MAX; i++)
        word_reader_release(&known->readers[i]);
    arena_release(&known->arena);
}

struct known_words *known_words_open(void)
{
    struct known_words *known = memory_resize(NULL, sizeof *known);
    known_init(known);
    return known;
}

void known_words_close(struct known_words *known)
{
    if (known)
        known_release(known);
    free(known);
}

void known_words_settle(struct known_words *known)
{
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        word_reader_release(&known->readers[i]);
        word_reader_init(&known->readers[i]);
    }
    known->asked = (struct hash){0};
}

static size_t known_size(const struct known_words *known)
{
    size_t size = known->arena.size;
    for (size_t i = 0; i < WORKERS_MAX; i++)
        size += known->readers[i].arena.size;
    return size;
}

/* The schema says which fields and headings have words; and phrases are those of the synonyms. */
static struct hash words_asked(const struct collection *collection)
{
    struct hashing *hashing = hash_begin();
    hash_append_line(hashing, collection->schema_source.text);
    hash_append(hashing, collection->synonyms_source.text);
    return hash_end(hashing);
}

static void forget_if_due(struct known_words *known, const struct collection *collection)
{
    struct hash asked = words_asked(collection);
    bool worn = known_size(known) > known->whole + known->whole / 2;
    if (worn || !hash_eq(known->asked, asked)) {
        known_release(known);
        known_init(known);
        known->asked = asked;
    }
    for (size_t i = 0; i < known->words.len; i++)
        *known->words.items[i] = (struct search_word){.text = known->words.items[i]->text};
}

/* ---- reading ---- */

/* Returns what is known of a document, or what will be. */
static struct known_document *find_known(const struct word_gathering *gathering,
                                         struct arena *arena,
                                         const struct search_document *document)
{
    struct known_words *known = gathering->known;
    const struct document *file = document->file;
    if (!file || !fs_stamp_is_known(&file->stamp))
        return arena_new(arena, struct known_document);
    struct known_document *found = map_get(&known->documents, file->source.path);
    if (!found)
        found = map_add(&known->documents, str_copy(&known->arena, file->source.path),
                        arena_new(&known->arena, struct known_document));
    if (!fs_stamp_eq(&found->stamp, &file->stamp))
        *found = (struct known_document){.stamp = file->stamp};
    return found;
}

static void read_document_words(void *context, size_t index, size_t worker)
{
    struct word_gathering *gathering = context;
    struct known_document *document = gathering->each[index];
    struct word_reader *reader = &gathering->known->readers[worker];
    bool kept = fs_stamp_is_known(&document->stamp);
    if (!document->words.reader)
        document->words = word_reader_read(reader, &gathering->documents->items[index],
                                           kept ? &reader->arena : &gathering->passing[worker]);
}

static void read_all_words(struct word_gathering *gathering, struct arena *arena, size_t threads)
{
    size_t count = gathering->documents->len;
    gathering->each = arena_items(arena, struct known_document *, count);
    for (size_t i = 0; i < count; i++)
        gathering->each[i] = find_known(gathering, arena, &gathering->documents->items[i]);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        gathering->known->readers[i].sources = &gathering->sources;
    workers_run(threads, count, read_document_words, gathering);
}

/* ---- one list of what all the readers have seen ---- */

static struct search_word *join_word(struct known_words *known, struct str text)
{
    struct search_word *word = map_get(&known->by_text, text);
    if (word)
        return word;
    word = arena_new(&known->arena, struct search_word);
    word->text = str_copy(&known->arena, text);
    vec_push(&known->arena, &known->words, word);
    map_add(&known->by_text, word->text, word);
    return word;
}

static void join_seen_words(struct known_words *known, struct word_reader *reader)
{
    for (; reader->joined < reader->words.len; reader->joined++) {
        struct seen_word *seen = reader->words.items[reader->joined];
        seen->word = join_word(known, seen->text);
    }
}

static void join_synonyms(struct known_words *known, const struct synonyms *synonyms)
{
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++)
            join_word(known, synonyms->items[g].items[i].folded);
}

static void join_names(struct known_words *known, const struct facet_list *facets,
                       const struct term_words *terms)
{
    for (size_t f = 0; f < facets->len; f++)
        for (size_t i = 0; i < facets->items[f].terms.len; i++) {
            const struct text_words *texts =
                term_words_of(terms, f, facets->items[f].terms.items[i]);
            for (size_t k = 0; k < texts->len; k++)
                join_word(known, texts->items[k]);
        }
}

static int compare_search_words(const void *left, const void *right)
{
    const struct search_word *a = *(struct search_word *const *)left;
    const struct search_word *b = *(struct search_word *const *)right;
    return str_cmp(a->text, b->text);
}

/*
 * Makes one search_word for each text that any reader has seen or a synonym or a name has, and
 * sorts them.
 */
static void join_words(struct known_words *known, const struct collection *collection,
                       const struct term_words *terms)
{
    size_t before = known->words.len;
    for (size_t i = 0; i < WORKERS_MAX; i++)
        join_seen_words(known, &known->readers[i]);
    join_synonyms(known, &collection->synonyms);
    join_names(known, &collection->facets, terms);
    if (known->words.len > before)
        qsort(known->words.items, known->words.len, sizeof *known->words.items,
              compare_search_words);
    for (size_t i = 0; i < known->words.len; i++)
        known->words.items[i]->place = i;
}

/* ---- from the words of documents to the documents of words ---- */

static size_t word_place(const struct known_words *known, struct str text)
{
    const struct search_word *word = map_get(&known->by_text, text);
    return word->place;
}

/* Stores the places of the words of each reader, and of the names of each term. */
static void find_places(struct word_gathering *gathering, struct arena *arena,
                        const struct term_words *terms)
{
    const struct facet_list *facets = &gathering->documents->collection->facets;
    for (size_t r = 0; r < WORKERS_MAX; r++) {
        const struct word_reader *reader = &gathering->known->readers[r];
        gathering->places[r] = arena_items(arena, size_t, reader->words.len);
        for (size_t i = 0; i < reader->words.len; i++)
            gathering->places[r][i] = reader->words.items[i]->word->place;
    }
    gathering->names = arena_items(arena, struct name_words *, facets->len);
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        gathering->names[f] = arena_items(arena, struct name_words, facet->terms.len);
        for (size_t i = 0; i < facet->terms.len; i++) {
            const struct text_words *texts = term_words_of(terms, f, facet->terms.items[i]);
            struct name_words *names = &gathering->names[f][facet->terms.items[i]->number];
            names->items = arena_items(arena, size_t, texts->len);
            for (; names->len < texts->len; names->len++)
                names->items[names->len] = word_place(gathering->known, texts->items[names->len]);
        }
    }
}

/* Returns the places of the words that the reader of a document has numbered. */
static const size_t *reader_places(const struct word_gathering *gathering,
                                   const struct read_words *words)
{
    return gathering->places[words->reader - gathering->known->readers];
}

/* Calls a function for each word of the names of an entry's terms, as often as it stands there. */
static void each_name(const struct word_gathering *gathering, size_t document,
                      void (*call)(const struct word_gathering *, size_t place, search_use use))
{
    const struct entry *entry = gathering->documents->items[document].entry;
    size_t facets = entry ? gathering->documents->collection->facets.len : 0;
    for (size_t f = 0; f < facets; f++)
        for (size_t i = 0; i < entry->terms[f].len; i++) {
            const struct name_words *names = &gathering->names[f][entry->terms[f].items[i]->number];
            for (size_t k = 0; k < names->len; k++)
                call(gathering, names->items[k],
                     (search_use)document << SEARCH_FIELDS | 1u << SEARCH_NAMES);
        }
}

static void count_name(const struct word_gathering *gathering, size_t place, search_use use)
{
    (void)use;
    gathering->ends[place]++;
}

static void count_uses(const struct word_gathering *gathering, size_t document)
{
    const struct read_words *words = &gathering->each[document]->words;
    const size_t *places = reader_places(gathering, words);
    for (size_t i = 0; i < words->len; i++)
        gathering->ends[places[words->uses[i] >> SEARCH_FIELDS]]++;
    each_name(gathering, document, count_name);
}

/* Returns how many uses there are at most, of which each word has room for as many as it has. */
static size_t make_room(const struct word_gathering *gathering)
{
    size_t all = 0;
    for (size_t i = 0; i < gathering->known->words.len; i++) {
        size_t count = gathering->ends[i];
        gathering->starts[i] = gathering->ends[i] = all;
        all += count;
    }
    return all;
}

/* The uses of a document are placed one after the other, so the last one of the word may be its. */
static void place_name(const struct word_gathering *gathering, size_t place, search_use use)
{
    size_t *end = &gathering->ends[place];
    search_use *last = gathering->uses + *end - 1;
    if (*end > gathering->starts[place] && *last >> SEARCH_FIELDS == use >> SEARCH_FIELDS)
        *last |= use;
    else
        gathering->uses[(*end)++] = use;
}

static void place_uses(const struct word_gathering *gathering, size_t document)
{
    const struct read_words *words = &gathering->each[document]->words;
    const size_t *places = reader_places(gathering, words);
    for (size_t i = 0; i < words->len; i++) {
        search_use fields = words->uses[i] & SEARCH_FIELDS_MASK;
        size_t *end = &gathering->ends[places[words->uses[i] >> SEARCH_FIELDS]];
        gathering->uses[(*end)++] = (search_use)document << SEARCH_FIELDS | fields;
    }
    each_name(gathering, document, place_name);
}

static void note_forms(const struct read_words *words, size_t document)
{
    for (size_t i = 0; i < words->form_count; i++) {
        const struct seen_form *form = words->forms[i];
        written_note(&form->of->word->written, form->text, form->has_capital, document + 1);
    }
}

/*
 * Turns the words of each document into the documents of each word (an inverted index),
 * by a counting sort: count the uses of each word, give it room for as many, and put
 * them there in the order of the documents. Words are known by their places meanwhile, so that
 * what is looked up for each of the uses lies close together.
 */
static void invert(struct word_gathering *gathering, struct arena *arena, struct arena *uses)
{
    size_t count = gathering->documents->len;
    const struct known_words *known = gathering->known;
    gathering->starts = arena_items(arena, size_t, known->words.len);
    gathering->ends = arena_items(arena, size_t, known->words.len);
    for (size_t i = 0; i < count; i++)
        count_uses(gathering, i);
    gathering->uses = arena_items(uses, search_use, make_room(gathering));
    for (size_t i = 0; i < count; i++) {
        place_uses(gathering, i);
        note_forms(&gathering->each[i]->words, i);
    }
    for (size_t i = 0; i < known->words.len; i++) {
        known->words.items[i]->uses.items = gathering->uses + gathering->starts[i];
        known->words.items[i]->uses.len = gathering->ends[i] - gathering->starts[i];
    }
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
static void settle_form(struct search_word *word, struct arena *arena)
{
    struct written *written = &word->written;
    bool stands = written->text.ptr && !str_eq(written->text, word->text) &&
                  2 * written->documents >= count_texts(word);
    written->text = stands ? str_copy(arena, written->text) : (struct str){0};
}

/* ---- all of it ---- */

/* Others may leave words out of the list. */
static void list_words(struct search_words *words, struct arena *arena,
                       const struct known_words *known)
{
    words->items = arena_items(arena, struct search_word *, known->words.len);
    words->len = known->words.len;
    for (size_t i = 0; i < words->len; i++) {
        words->items[i] = known->words.items[i];
        settle_form(words->items[i], arena);
    }
}

struct word_gathering *search_words_read(struct arena *arena, struct known_words *known,
                                         const struct search_documents *documents, size_t threads)
{
    struct word_gathering *gathering = arena_new(arena, struct word_gathering);
    assert(documents->len <= (size_t)SEARCH_NUMBER_MAX + 1);
    *gathering = (struct word_gathering){
        .known = known, .documents = documents, .sources.documents = documents};
    forget_if_due(known, documents->collection);
    text_words_list_phrases(&gathering->sources.phrases, arena, &documents->collection->synonyms);
    read_all_words(gathering, arena, threads);
    return gathering;
}

void search_words_gather(struct search_words *words, struct arena *arena, struct arena *uses,
                         struct word_gathering *read)
{
    struct known_words *known = read->known;
    const struct collection *collection = read->documents->collection;
    struct term_words terms;
    term_words_read(&terms, arena, &collection->facets, &read->sources.phrases);
    join_words(known, collection, &terms);
    find_places(read, arena, &terms);
    invert(read, arena, uses);
    list_words(words, arena, known);
    if (!known->whole)
        known->whole = known_size(known);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_release(&read->passing[i]);
}
