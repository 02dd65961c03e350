#include "search/suffixes.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/workers.h"

struct str suffix_text(const struct search_words *words, const struct suffix *suffix)
{
    return str_from(words->items[suffix->word]->text, suffix->at);
}

/*
 * Orders suffixes by text. Of equal ones the suffix of the shorter word comes first,
 * so the one that is a whole word leads.
 */
static int compare_suffixes(const void *left, const void *right, void *context)
{
    const struct suffix *a = left, *b = right;
    if (a->first_bytes != b->first_bytes)
        return a->first_bytes < b->first_bytes ? -1 : 1;
    int order = str_cmp(suffix_text(context, a), suffix_text(context, b));
    if (order)
        return order;
    return a->at != b->at ? (a->at > b->at) - (a->at < b->at)
                          : (a->word > b->word) - (a->word < b->word);
}

static uint64_t first_bytes(struct str text)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes = bytes << 8 | (i < text.len ? (unsigned char)text.ptr[i] : 0);
    return bytes;
}

/*
 * Steps to the next suffix of a word, the first being the word itself. Returns false
 * after the last, which is the last one of three letters.
 */
static bool next_suffix(struct str word, struct str *suffix)
{
    if (!suffix->ptr) {
        *suffix = word;
        return true;
    }
    utf8_next(suffix);
    return utf8_skip(*suffix, 2) < suffix->len;
}

size_t suffixes_growth(const struct search_words *words, const struct str *lists, uint32_t word)
{
    enum { SEPARATORS = 2 };
    return words->items[word]->text.len + lists[word].len + SEPARATORS;
}

/* ---- which words have all their suffixes ---- */

/* All that have three letters, or the word itself. */
static size_t count_suffixes(struct str word)
{
    enum { LETTERS = 3 };
    size_t letters = utf8_count(word);
    return letters > LETTERS ? letters - LETTERS + 1 : 1;
}

/* Returns the numbers of the words by their lengths, the shortest first. */
static const uint32_t *words_by_length(struct arena *arena, const struct search_words *words)
{
    uint32_t *numbers = arena_items(arena, uint32_t, words->len);
    size_t longest = 0;
    for (size_t i = 0; i < words->len; i++)
        longest = words->items[i]->text.len > longest ? words->items[i]->text.len : longest;
    size_t *starts = arena_items(arena, size_t, longest + 2);
    for (size_t i = 0; i < words->len; i++)
        starts[words->items[i]->text.len + 1]++;
    for (size_t i = 0; i <= longest; i++)
        starts[i + 1] += starts[i];
    for (uint32_t i = 0; i < words->len; i++)
        numbers[starts[words->items[i]->text.len]++] = i;
    return numbers;
}

/*
 * Returns what each document can pay, by its number; the last is for the synonyms that
 * stand in none.
 */
static size_t *rooms_of(struct arena *arena, const struct search_words *words, size_t documents)
{
    size_t *rooms = arena_items(arena, size_t, documents + 1);
    for (size_t i = 0; i <= documents; i++)
        rooms[i] = SUFFIXES_LEAST;
    for (size_t i = 0; i < words->len; i++) {
        const struct search_word *word = words->items[i];
        for (size_t k = 0; k < word->uses.len; k++)
            rooms[word->uses.items[k] >> SEARCH_FIELDS] += SUFFIXES_FACTOR * word->text.len;
        if (word->uses.len == 0)
            rooms[documents] += SUFFIXES_FACTOR * word->text.len;
    }
    return rooms;
}

/*
 * Returns for each word, by its number, whether it has all its suffixes: the first document that
 * has it pays for them, for its shortest words first.
 */
static bool *choose_words(struct arena *arena, const struct search_words *words,
                          const struct str *lists, size_t documents)
{
    bool *chosen = arena_items(arena, bool, words->len);
    size_t *rooms = rooms_of(arena, words, documents);
    const uint32_t *numbers = words_by_length(arena, words);
    for (size_t i = 0; i < words->len; i++) {
        uint32_t number = numbers[i];
        const struct search_word *word = words->items[number];
        size_t *room = &rooms[word->uses.len ? word->uses.items[0] >> SEARCH_FIELDS : documents];
        size_t cost = count_suffixes(word->text) * suffixes_growth(words, lists, number);
        chosen[number] = cost <= *room;
        *room -= chosen[number] ? cost : *room;
    }
    return chosen;
}

/* ---- all of them ---- */

enum { BYTE_BITS = 8, BYTE_VALUES = 1 << BYTE_BITS };

/* What suffixes are sorted by, from the byte that says least to the one that says most. */
enum { KEY_BYTES = 1 + sizeof(uint64_t) };

static size_t key_byte(const struct suffix *suffix, unsigned byte)
{
    assert(suffix->at < BYTE_VALUES); /* SEARCH_WORD_MAX */
    uint64_t key = byte ? suffix->first_bytes >> BYTE_BITS * (byte - 1) : suffix->at;
    return key % BYTE_VALUES;
}

/* The suffixes while they are made: those that begin with each byte lie together. */
struct suffix_maker {
    const struct search_words *words;
    const bool *chosen; /* by the word's number */
    struct suffix *items;
    size_t ends[BYTE_VALUES];
    struct arena scratch[WORKERS_MAX];
};

/* Calls a function for each suffix, word by word: of one that is not chosen for the first only. */
static void each_suffix(struct suffix_maker *maker,
                        void (*call)(struct suffix_maker *, const struct suffix *))
{
    for (uint32_t i = 0; i < maker->words->len; i++) {
        struct str word = maker->words->items[i]->text;
        bool more = true;
        for (struct str rest = {0}; more && next_suffix(word, &rest); more = maker->chosen[i]) {
            struct suffix suffix = {first_bytes(rest), i, (uint32_t)(word.len - rest.len)};
            call(maker, &suffix);
        }
    }
}

static void count_suffix(struct suffix_maker *maker, const struct suffix *suffix)
{
    maker->ends[key_byte(suffix, KEY_BYTES - 1)]++;
}

static void place_suffix(struct suffix_maker *maker, const struct suffix *suffix)
{
    maker->items[maker->ends[key_byte(suffix, KEY_BYTES - 1)]++] = *suffix;
}

/* Returns how many there are, and sets where those with each first byte end so far: at their start.
 */
static size_t make_places(struct suffix_maker *maker)
{
    size_t all = 0;
    each_suffix(maker, count_suffix);
    for (size_t i = 0; i < BYTE_VALUES; i++) {
        size_t count = maker->ends[i];
        maker->ends[i] = all;
        all += count;
    }
    return all;
}

/* ---- their order ---- */

/* Puts suffixes in the order of a byte; where it is the same they keep their order. */
static void sort_by_byte(struct suffix *to, const struct suffix *from, size_t len, unsigned byte)
{
    size_t starts[BYTE_VALUES + 1] = {0};
    for (size_t i = 0; i < len; i++)
        starts[key_byte(&from[i], byte) + 1]++;
    for (size_t i = 0; i < BYTE_VALUES; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < len; i++)
        to[starts[key_byte(&from[i], byte)]++] = from[i];
}

/* Sorts those that go on after the same first bytes; shorter ones are equal, and in order. */
static void sort_long(struct suffix *items, size_t len, const struct search_words *words)
{
    for (size_t from = 0, to; from < len; from = to) {
        uint64_t first = items[from].first_bytes;
        for (to = from + 1; to < len && items[to].first_bytes == first;)
            to++;
        if (first % BYTE_VALUES && to - from > 1)
            qsort_r(&items[from], to - from, sizeof *items, compare_suffixes, (void *)words);
    }
}

/* The first bytes decide most, and bytes need not be compared to be sorted. */
static void sort_first(void *context, size_t first, size_t worker)
{
    struct suffix_maker *maker = context;
    struct arena *scratch = &maker->scratch[worker];
    size_t start = first ? maker->ends[first - 1] : 0, len = maker->ends[first] - start;
    struct suffix *items = maker->items + start, *others;
    if (len < 2)
        return;
    others = arena_items(scratch, struct suffix, len);
    for (unsigned byte = 0; byte < KEY_BYTES - 1; byte++) {
        struct suffix *sorted = others;
        sort_by_byte(sorted, items, len, byte);
        others = items;
        items = sorted;
    }
    static_assert((KEY_BYTES - 1) % 2 == 0, "they are back where they were");
    sort_long(items, len, maker->words);
    arena_reset(scratch);
}

/*
 * Makes the suffix array of all words (Manber and Myers, Suffix arrays: a new method
 * for on-line string searches, 1993): the suffixes that begin with a part are
 * neighbours in it. They are sorted as any texts are, since words are short; and each first byte
 * for itself, since fewer lie close together. The order by their words is not lost.
 */
void suffixes_make(struct suffixes *suffixes, struct arena *arena, const struct search_words *words,
                   const struct str *lists, size_t documents, size_t threads)
{
    struct arena choosing;
    struct suffix_maker maker = {.words = words};
    arena_init(&choosing);
    maker.chosen = choose_words(&choosing, words, lists, documents);
    suffixes->len = make_places(&maker);
    maker.items = suffixes->items = arena_items(arena, struct suffix, suffixes->len);
    each_suffix(&maker, place_suffix);
    workers_run(threads, BYTE_VALUES, sort_first, &maker);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_release(&maker.scratch[i]);
    arena_release(&choosing);
}
