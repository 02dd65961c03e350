#include "search/suffixes.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

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

static size_t count_suffixes(struct str word)
{
    size_t count = 0;
    for (struct str suffix = {0}; next_suffix(word, &suffix);)
        count++;
    return count;
}

/* A word, and the first document that has it, which pays for its suffixes. */
struct claim {
    size_t document, length;
    uint32_t word;
};

static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left, *b = right;
    if (a->document != b->document)
        return a->document < b->document ? -1 : 1;
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    return (a->word > b->word) - (a->word < b->word);
}

/* Returns all claims: document by document, and of each the shortest words first. */
static struct claim *sorted_claims(struct arena *arena, const struct search_words *words,
                                   size_t documents)
{
    struct claim *claims = arena_items(arena, struct claim, words->len);
    for (uint32_t i = 0; i < words->len; i++) {
        const struct search_word *word = words->items[i];
        size_t document = word->uses.len ? word->uses.items[0] >> SEARCH_FIELDS : documents;
        claims[i] = (struct claim){document, word->text.len, i};
    }
    if (words->len)
        qsort(claims, words->len, sizeof *claims, compare_claims);
    return claims;
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

/* Returns for each word, by its number, whether it has all its suffixes. */
static bool *choose_words(struct arena *arena, const struct search_words *words,
                          const struct str *lists, size_t documents)
{
    bool *chosen = arena_items(arena, bool, words->len);
    size_t *rooms = rooms_of(arena, words, documents);
    const struct claim *claims = sorted_claims(arena, words, documents);
    for (size_t i = 0; i < words->len; i++) {
        uint32_t word = claims[i].word;
        size_t *room = &rooms[claims[i].document];
        size_t cost =
            count_suffixes(words->items[word]->text) * suffixes_growth(words, lists, word);
        chosen[word] = cost <= *room;
        *room -= chosen[word] ? cost : *room;
    }
    return chosen;
}

/* ---- all of them ---- */

/* Adds the suffixes of a word, or, if it is not chosen, the first of them. */
static void add_suffixes(struct suffixes *suffixes, uint32_t number, struct str word, bool chosen)
{
    for (struct str suffix = {0}; next_suffix(word, &suffix);) {
        suffixes->items[suffixes->len++] =
            (struct suffix){first_bytes(suffix), number, (uint32_t)(word.len - suffix.len)};
        if (!chosen)
            return;
    }
}

/* ---- their order ---- */

enum { BYTE_BITS = 8, BYTE_VALUES = 1 << BYTE_BITS };

/* What suffixes are sorted by, from the byte that says least to the one that says most. */
enum { KEY_BYTES = 1 + sizeof(uint64_t) };

static size_t key_byte(const struct suffix *suffix, unsigned byte)
{
    assert(suffix->at < BYTE_VALUES); /* SEARCH_WORD_MAX */
    uint64_t key = byte ? suffix->first_bytes >> BYTE_BITS * (byte - 1) : suffix->at;
    return key % BYTE_VALUES;
}

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
static void sort_long(struct suffixes *suffixes, const struct search_words *words)
{
    for (size_t from = 0, to; from < suffixes->len; from = to) {
        uint64_t first = suffixes->items[from].first_bytes;
        for (to = from + 1; to < suffixes->len && suffixes->items[to].first_bytes == first;)
            to++;
        if (first % BYTE_VALUES)
            qsort_r(&suffixes->items[from], to - from, sizeof(struct suffix), compare_suffixes,
                    (void *)words);
    }
}

/*
 * The first bytes decide most, and bytes need not be compared to be sorted; nor is the order lost
 * that the suffixes have by their words.
 */
static void sort_suffixes(struct suffixes *suffixes, struct arena *arena,
                          const struct search_words *words)
{
    struct suffix *other = arena_items(arena, struct suffix, suffixes->len);
    for (unsigned byte = 0; byte < KEY_BYTES; byte++) {
        struct suffix *sorted = other;
        sort_by_byte(sorted, suffixes->items, suffixes->len, byte);
        other = suffixes->items;
        suffixes->items = sorted;
    }
    sort_long(suffixes, words);
}

/*
 * Makes the suffix array of all words (Manber and Myers, Suffix arrays: a new method
 * for on-line string searches, 1993): the suffixes that begin with a part are
 * neighbours in it. They are sorted as any texts are, since words are short.
 */
void suffixes_make(struct suffixes *suffixes, struct arena *arena, const struct search_words *words,
                   const struct str *lists, size_t documents)
{
    const bool *chosen = choose_words(arena, words, lists, documents);
    size_t count = 0;
    for (size_t i = 0; i < words->len; i++)
        count += chosen[i] ? count_suffixes(words->items[i]->text) : 1;
    *suffixes = (struct suffixes){arena_items(arena, struct suffix, count), 0};
    for (uint32_t i = 0; i < words->len; i++)
        add_suffixes(suffixes, i, words->items[i]->text, chosen[i]);
    sort_suffixes(suffixes, arena, words);
}
