#include "search/words.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/workers.h"

/* A word that a worker has met. Its number is the worker's own; `word` is everybody's. */
struct met_word {
    struct str text;
    uint32_t number;
    size_t entry; /* that it was last met in, from 1; */
    size_t place; /* and where in the uses of that entry */
    struct search_word *word;
};

/* What a worker keeps. */
struct reader {
    struct arena arena;
    struct map by_text; /* → struct met_word */
    struct {
        struct met_word **items;
        size_t len, cap;
    } words;
    struct {
        uint32_t *items;
        size_t len, cap;
    } uses;       /* of the entry at hand: the number of a word in place of that of the entry */
    size_t entry; /* its number, from 1 */
    struct buf folded, run;
};

/* The uses of one entry, and whose numbers they have. */
struct entry_uses {
    const uint32_t *items;
    size_t len, worker;
};

/* A synonym of several words, with a space before and after; and its longest word. */
struct phrase {
    struct str padded, longest;
};

struct gathering {
    const struct collection *collection;
    struct entry_uses *entries;
    struct {
        struct phrase *items;
        size_t len, cap;
    } phrases;
    struct reader readers[WORKERS_MAX];
};

static struct met_word *meet(struct reader *reader, struct str text)
{
    struct met_word *met = map_get(&reader->by_text, text);
    if (met)
        return met;
    met = arena_new(&reader->arena, struct met_word);
    met->text = str_copy(&reader->arena, text);
    met->number = (uint32_t)reader->words.len;
    vec_push(&reader->arena, &reader->words, met);
    map_add(&reader->by_text, met->text, met);
    return met;
}

static void note(struct reader *reader, struct str text, enum search_field field)
{
    struct met_word *met = meet(reader, text);
    if (met->entry != reader->entry) {
        met->entry = reader->entry;
        met->place = reader->uses.len;
        vec_push(&reader->arena, &reader->uses, met->number << SEARCH_FIELDS);
    }
    reader->uses.items[met->place] |= 1u << field;
}

static bool is_one_letter(struct str word)
{
    enum { RUNE_MAX = 4 };
    bool digit = word.ptr[0] >= '0' && word.ptr[0] <= '9';
    return !digit && word.len <= RUNE_MAX && utf8_skip(word, 1) == word.len;
}

static struct str cut_word(struct str word)
{
    return word.len > SEARCH_WORD_MAX ? str_slice(word, 0, utf8_skip(word, SEARCH_WORD_MAX)) : word;
}

/* Words apart by one space, with one before the first and after the last. */
static struct str spaced_words(struct reader *reader, struct str folded)
{
    struct buf *run = &reader->run;
    buf_clear(run);
    buf_byte(run, ' ');
    for (struct str rest = folded, word; norwegian_word(&rest, &word);) {
        buf_put(run, word);
        buf_byte(run, ' ');
    }
    return buf_str(run);
}

/* The phrases in a text whose words have been noted: few texts need to be gone through for them. */
static void note_phrases(const struct gathering *gathering, struct reader *reader,
                         struct str folded, enum search_field field)
{
    struct str run = {0};
    for (size_t i = 0; i < gathering->phrases.len; i++) {
        const struct phrase *phrase = &gathering->phrases.items[i];
        const struct met_word *met = map_get(&reader->by_text, phrase->longest);
        if (!met || met->entry != reader->entry)
            continue;
        if (!run.ptr)
            run = spaced_words(reader, folded);
        if (str_find(run, phrase->padded) != SIZE_MAX)
            note(reader, str_trim(phrase->padded), field);
    }
}

/* Notes the words of a folded text. */
static void read_folded(const struct gathering *gathering, struct reader *reader, struct str folded,
                        enum search_field field, bool letters)
{
    for (struct str rest = folded, word; norwegian_word(&rest, &word);)
        if (letters || !is_one_letter(word))
            note(reader, cut_word(word), field);
    note_phrases(gathering, reader, folded, field);
}

static void read_text(const struct gathering *gathering, struct reader *reader, struct str text,
                      enum search_field field)
{
    buf_clear(&reader->folded);
    norwegian_fold(&reader->folded, text);
    read_folded(gathering, reader, buf_str(&reader->folded), field, false);
}

static void read_names(const struct gathering *gathering, struct reader *reader,
                       const struct term_names *names)
{
    for (size_t i = 0; i < names->len; i++)
        read_folded(gathering, reader, names->items[i].words, SEARCH_NAMES, false);
}

static void read_term(const struct gathering *gathering, struct reader *reader,
                      const struct term *term)
{
    read_names(gathering, reader, &term->labels);
    read_folded(gathering, reader, term->short_name.words, SEARCH_NAMES, true);
    read_names(gathering, reader, &term->names);
}

/* The texts below a value that the schema marks x-search; `marked`: this one is. */
static void read_marked(const struct gathering *gathering, struct reader *reader,
                        const struct schema *schema, const struct value *value, bool marked)
{
    if (!schema || !value)
        return;
    marked = marked || value_get_bool(schema->keywords, STR("x-search"));
    if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            read_marked(gathering, reader, schema->items, value->list.items[i], marked);
    else if (value->kind == VALUE_MAP)
        for (size_t i = 0; i < schema->properties.len; i++)
            read_marked(gathering, reader, schema->properties.items[i].schema,
                        value_get(value, schema->properties.items[i].name), false);
    else if (marked)
        read_text(gathering, reader, value_str(value), SEARCH_NAMES);
}

static void read_entry(void *context, size_t index, size_t worker)
{
    struct gathering *gathering = context;
    struct reader *reader = &gathering->readers[worker];
    const struct entry *entry = gathering->collection->entries.items[index];
    reader->entry = index + 1;
    reader->uses.len = 0;
    read_text(gathering, reader, entry->title, SEARCH_TITLE);
    for (size_t f = 0; f < gathering->collection->facets.len; f++)
        for (size_t i = 0; i < entry->terms[f].len; i++)
            read_term(gathering, reader, entry->terms[f].items[i]);
    read_marked(gathering, reader, gathering->collection->schema, entry->document->fields, false);
    read_text(gathering, reader, entry->summary, SEARCH_SUMMARY);
    read_text(gathering, reader, entry->document->body.text, SEARCH_TEXT);

    uint32_t *uses = arena_items(&reader->arena, uint32_t, reader->uses.len);
    for (size_t i = 0; i < reader->uses.len; i++)
        uses[i] = reader->uses.items[i];
    gathering->entries[index] = (struct entry_uses){uses, reader->uses.len, worker};
}

/* ---- what all the workers met, together ---- */

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

static int by_text(const void *left, const void *right)
{
    const struct search_word *a = *(struct search_word *const *)left;
    const struct search_word *b = *(struct search_word *const *)right;
    return str_cmp(a->text, b->text);
}

/* One word for all that the workers met under the same text. */
static void join_words(struct word_list *list, struct arena *arena, struct gathering *gathering)
{
    const struct synonyms *synonyms = &gathering->collection->synonyms;
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        struct reader *reader = &gathering->readers[i];
        for (size_t k = 0; k < reader->words.len; k++) {
            struct met_word *met = reader->words.items[k];
            met->word = add_word(list, arena, met->text);
        }
    }
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++)
            add_word(list, arena, synonyms->items[g].items[i].folded);
    if (list->len)
        qsort(list->items, list->len, sizeof *list->items, by_text);
}

static struct search_word *word_of(const struct gathering *gathering,
                                   const struct entry_uses *entry, size_t place)
{
    const struct reader *reader = &gathering->readers[entry->worker];
    return reader->words.items[entry->items[place] >> SEARCH_FIELDS]->word;
}

/* Gives each word its uses. They are counted first, so that none has room to spare. */
static void turn_around(const struct gathering *gathering, struct arena *arena,
                        const struct word_list *list)
{
    const struct entry_uses *entries = gathering->entries;
    size_t count = gathering->collection->entries.len;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < entries[i].len; k++)
            word_of(gathering, &entries[i], k)->uses.len++;
    for (size_t i = 0; i < list->len; i++) {
        struct search_word *word = list->items[i];
        word->uses.items = arena_items(arena, search_use, word->uses.len);
        word->uses.len = 0;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < entries[i].len; k++) {
            struct search_word *word = word_of(gathering, &entries[i], k);
            search_use fields = entries[i].items[k] & SEARCH_FIELDS_MASK;
            word->uses.items[word->uses.len++] = (search_use)i << SEARCH_FIELDS | fields;
        }
}

static void add_phrase(struct gathering *gathering, struct arena *arena, struct str folded)
{
    struct phrase phrase = {.padded = STR_JOIN(arena, STR(" "), folded, STR(" "))};
    for (struct str rest = folded, word; str_cut(&rest, ' ', &word);)
        if (word.len > phrase.longest.len)
            phrase.longest = word;
    vec_push(arena, &gathering->phrases, phrase);
}

static void find_phrases(struct gathering *gathering, struct arena *arena)
{
    const struct synonyms *synonyms = &gathering->collection->synonyms;
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++)
            if (str_find_byte(synonyms->items[g].items[i].folded, ' ') != SIZE_MAX)
                add_phrase(gathering, arena, synonyms->items[g].items[i].folded);
}

void search_words_gather(struct search_words *words, struct arena *arena,
                         const struct collection *collection, size_t threads)
{
    struct gathering *gathering = arena_new(arena, struct gathering);
    struct word_list list = {0};
    gathering->collection = collection;
    gathering->entries = arena_items(arena, struct entry_uses, collection->entries.len);
    find_phrases(gathering, arena);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        map_init(&gathering->readers[i].by_text, &gathering->readers[i].arena);
    workers_run(threads, collection->entries.len, read_entry, gathering);
    map_init(&list.by_text, arena);
    join_words(&list, arena, gathering);
    turn_around(gathering, arena, &list);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        buf_release(&gathering->readers[i].folded);
        buf_release(&gathering->readers[i].run);
        arena_release(&gathering->readers[i].arena);
    }
    *words = (struct search_words){list.items, list.len};
}
