#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "collection/load.h"
#include "kit.h"
#include "json.h"
#include "search/search.h"
#include "search/code.h"
#include "search/documents.h"
#include "search/orders.h"
#include "search/parts.h"
#include "search/sections.h"
#include "search/suffixes.h"
#include "search/synonyms.h"
#include "search/words.h"

/* The search index: its codes, its words, and that all is found again through its files. */

/* ---- sets ---- */

struct numbers {
    uint32_t *items;
    size_t len, cap;
};

static uint32_t digit(char c)
{
    static const char alphabet[] =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    const char *at = c ? strchr(alphabet, c) : NULL;
    if (!at)
        fail_msg("«%c» is not of the alphabet", c);
    return (uint32_t)(at - alphabet);
}

static void decode_bitmap(struct arena *arena, struct str code, struct numbers *numbers)
{
    for (size_t i = 0; i < code.len; i++)
        for (uint32_t bit = 0; bit < 6; bit++)
            if (digit(code.ptr[i]) >> bit & 1)
                vec_push(arena, numbers, (uint32_t)i * 6 + bit);
}

static void decode_list(struct arena *arena, struct str code, struct numbers *numbers)
{
    uint32_t next = 0, gap = 0, shift = 0;
    for (size_t i = 0; i < code.len; i++) {
        uint32_t value = digit(code.ptr[i]);
        gap |= (value & 31) << shift;
        shift += 5;
        if (value >= 32)
            continue;
        vec_push(arena, numbers, next + gap);
        next += gap + 1;
        gap = shift = 0;
    }
}

/* As a browser does it. */
static struct numbers decode(struct arena *arena, struct str code)
{
    struct numbers numbers = {0};
    if (str_starts(code, STR("*")))
        decode_bitmap(arena, str_from(code, 1), &numbers);
    else
        decode_list(arena, code, &numbers);
    return numbers;
}

static struct str code_of(struct arena *arena, const uint32_t *numbers, size_t count)
{
    struct buf out = BUF_INIT;
    search_code_put(&out, numbers, count);
    struct str code = buf_take(&out, arena);
    buf_release(&out);
    return code;
}

static void test_codes_of_sets(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *code;
        size_t count;
        uint32_t numbers[12];
    } cases[] = {
        {"", 0, {0}},
        {"0", 1, {0}},
        {"V", 1, {31}},
        {"W1", 1, {32}},
        {"_V", 1, {1023}},
        {"WW1", 1, {1024}},
        {"00", 2, {0, 1}},
        {"02", 2, {0, 3}},
        {"10V", 3, {1, 2, 34}},
        {"*V", 5, {0, 1, 2, 3, 4}},
        {"*_", 6, {0, 1, 2, 3, 4, 5}},
        {"*_1", 7, {0, 1, 2, 3, 4, 5, 6}},
        {"*7", 3, {0, 1, 2}},
        {"01", 2, {0, 2}}, /* as long as a bitmap */
        {"*L", 3, {0, 2, 4}},
        {"06", 2, {0, 7}},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str code = code_of(&kit->arena, cases[i].numbers, cases[i].count);
        struct numbers back = decode(&kit->arena, code);
        assert_int_equal(back.len, cases[i].count);
        for (size_t k = 0; k < back.len; k++)
            assert_int_equal(back.items[k], cases[i].numbers[k]);
        assert_str("code", code, cases[i].code);
    }
}

/* Sets of every density; neither form would have been shorter than what was chosen. */
static void test_codes_of_sets_come_back(void **state)
{
    struct kit *kit = *state;
    enum { ROUNDS = 400, LIMIT = 5000 };
    uint32_t random = 1;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct numbers numbers = {0};
        uint32_t least = round * round / 40;
        for (uint32_t n = 0; n < LIMIT; n++) {
            random = random * 1664525u + 1013904223u;
            if ((random >> 8) % (least + 1) == 0)
                vec_push(&kit->arena, &numbers, n);
        }
        struct str code = code_of(&kit->arena, numbers.items, numbers.len);
        struct numbers back = decode(&kit->arena, code);
        assert_int_equal(back.len, numbers.len);
        assert_memory_equal(back.items, numbers.items, numbers.len * sizeof *numbers.items);
        assert_true(code.len <= 1 + (LIMIT + 5) / 6);
    }
}

/* ---- words ---- */

static void test_words_of_folded_text(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", ""},
        {" – § … ", ""},
        {"Blåbær, rømmegrøt og ÅPEN dør", "blabaer rommegrot og apen dor"},
        {"e-post til NAV-kontor", "e post til nav kontor"},
        {"§ 3-1 i 2024/25", "3 1 i 2024 25"},
        {"Ola's «sitat»", "ola s sitat"},
        {"til\xC2\xADlit", "tillit"},
        {"A\xCC\x8A"
         "pen idé",
         "apen ide"},
        {"Kárášjohka, ŋ", "karasjohka ng"},
        {"½ m²", "1 2 m2"},
        {"日本 ελλάδα", "日本 ελλαδα"},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf folded = BUF_INIT, words = BUF_INIT;
        norwegian_fold(&folded, str_of(cases[i].text));
        for (struct str rest = buf_str(&folded), word; norwegian_word(&rest, &word);)
            buf_format(&words, "%s%.*s", words.len ? " " : "", STR_ARG(word));
        assert_str(cases[i].text, buf_str(&words), cases[i].words);
        buf_release(&folded);
        buf_release(&words);
    }
}

/* ---- the project's own collection ---- */

struct library {
    struct fs_root root;
    struct collection collection;
    struct search_documents documents;
    struct known_words *known[2];
};

static void open_library(struct library *library, struct kit *kit)
{
    library->root = fs_root_open(&kit->arena, STR("."));
    collection_init(&library->collection);
    struct load_options options = {.threads = 2};
    assert_true(collection_load(&library->collection, &library->root, &options, &kit->diags));
    assert_true(library->collection.entries.len > 10);
    assert_true(library->collection.kind.search.len > 0);
    assert_true(library->collection.synonyms.len > 10);
    search_documents_list(&library->documents, &kit->arena, &library->collection);
    library->known[0] = known_words_open();
    library->known[1] = known_words_open();
}

static void close_library(struct library *library)
{
    known_words_close(library->known[0]);
    known_words_close(library->known[1]);
    collection_release(&library->collection);
    fs_root_close(&library->root);
}

/* Of the words that the library knows, the one at `which`. */
static struct search_words gathered(struct kit *kit, const struct library *library, size_t which,
                                    size_t threads)
{
    struct search_words words;
    search_words_gather(
        &words, &kit->arena, &kit->arena,
        search_words_read(&kit->arena, library->known[which], &library->documents, threads));
    return words;
}

static void assert_same_words(const struct search_words *a, const struct search_words *b)
{
    assert_int_equal(a->len, b->len);
    for (size_t i = 0; i < a->len; i++) {
        const struct search_word *one = a->items[i], *other = b->items[i];
        assert_true(str_eq(one->text, other->text));
        assert_true(str_eq(one->written.text, other->written.text));
        assert_int_equal(one->uses.len, other->uses.len);
        assert_memory_equal(one->uses.items, other->uses.items,
                            one->uses.len * sizeof *one->uses.items);
    }
}

static void test_threads_make_no_difference(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    struct search_words one = gathered(kit, &library, 0, 1), many = gathered(kit, &library, 1, 8);
    assert_same_words(&one, &many);
    for (size_t i = 1; i < one.len; i++)
        assert_true(str_cmp(one.items[i - 1]->text, one.items[i]->text) < 0);
    close_library(&library);
}

static const struct search_word *word_named(const struct search_words *words, struct str text)
{
    for (size_t i = 0; i < words->len; i++)
        if (str_eq(words->items[i]->text, text))
            return words->items[i];
    return NULL;
}

static unsigned fields_of(const struct search_word *word, size_t entry)
{
    for (size_t i = 0; word && i < word->uses.len; i++)
        if (word->uses.items[i] >> SEARCH_FIELDS == entry)
            return word->uses.items[i] & SEARCH_FIELDS_MASK;
    return 0;
}

/* Whether a part stands in a word elsewhere than in the longer synonyms of other groups. */
static bool stands_free(const struct synonyms *synonyms, const struct synonym_group *group,
                        struct str part, struct str word)
{
    for (size_t at = 0; at + part.len <= word.len; at++) {
        bool is_free = str_starts(str_from(word, at), part);
        for (size_t g = 0; is_free && g < synonyms->len; g++)
            for (size_t i = 0; i < synonyms->items[g].len; i++) {
                struct str other = synonyms->items[g].items[i].folded;
                for (size_t from = 0; from <= at && other.len > part.len; from++)
                    if (&synonyms->items[g] != group && from + other.len >= at + part.len &&
                        str_starts(str_from(word, from), other))
                        is_free = false;
            }
        if (is_free)
            return true;
    }
    return false;
}

/* The fields of an entry where a synonym stands, word by word of them all. */
static unsigned fields_with(const struct search_words *words, const struct synonyms *synonyms,
                            const struct synonym_group *group, struct str synonym, size_t entry)
{
    bool infix =
        utf8_count(synonym) >= SYNONYM_INFIX_MIN && str_find_byte(synonym, ' ') == SIZE_MAX;
    unsigned fields = 0;
    for (size_t i = 0; i < words->len; i++) {
        struct str text = words->items[i]->text;
        if (str_eq(text, synonym) || (infix && stands_free(synonyms, group, synonym, text)))
            fields |= fields_of(words->items[i], entry);
    }
    return fields;
}

static void check_synonym(const struct search_words *before, const struct search_words *after,
                          const struct synonyms *synonyms, const struct synonym_group *group,
                          size_t which, size_t entry)
{
    const unsigned strong = 1u << SEARCH_TITLE | 1u << SEARCH_NAMES;
    struct str text = group->items[which].folded;
    unsigned others = 0, due = fields_of(word_named(before, text), entry);
    for (size_t i = 0; i < group->len; i++)
        if (i != which)
            others |= fields_with(before, synonyms, group, group->items[i].folded, entry);
    if (others)
        due |= 1u << (others & strong ? SEARCH_NAMES : SEARCH_TEXT);
    if (fields_of(word_named(after, text), entry) != due)
        fail_msg("«%.*s» in entry %zu", STR_ARG(text), entry);
}

static void test_synonyms_stand_where_the_others_do(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    const struct synonyms *synonyms = &library.collection.synonyms;
    struct search_words before = gathered(kit, &library, 0, 2),
                        after = gathered(kit, &library, 1, 2);
    search_synonyms_apply(&after, &kit->arena, &library.collection.synonyms, library.documents.len);
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++) {
            if (str_find_byte(synonyms->items[g].items[i].folded, ' ') != SIZE_MAX) {
                assert_null(word_named(&after, synonyms->items[g].items[i].folded));
                continue;
            }
            for (size_t entry = 0; entry < library.collection.entries.len; entry += 5)
                check_synonym(&before, &after, synonyms, &synonyms->items[g], i, entry);
        }
    for (size_t i = 0; i < after.len; i++)
        assert_true(after.items[i]->uses.len > 0);
    close_library(&library);
}

/* «leiing» is not in «rettleiing», which has a group of its own; in «leiinga» it is. */
static void test_a_synonym_does_not_stand_in_a_longer_one(void **state)
{
    struct kit *kit = *state;
    struct synonym leading[] = {{.folded = STR("ledelse")}, {.folded = STR("leiing")}};
    struct synonym guiding[] = {{.folded = STR("veiledning")}, {.folded = STR("rettleiing")}};
    struct synonym_group groups[] = {{.items = leading, .len = 2}, {.items = guiding, .len = 2}};
    struct synonyms synonyms = {.items = groups, .len = 2};
    static const char *const texts[] = {"ledelse",    "leiing",      "leiinga",
                                        "rettleiing", "rettleiinga", "veiledning"};
    static search_use uses[] = {0 << SEARCH_FIELDS | 1 << SEARCH_TEXT,
                                1 << SEARCH_FIELDS | 1 << SEARCH_TEXT};
    struct search_word all[6] = {0}, *items[6];
    for (size_t i = 0; i < 6; i++) {
        all[i].text = str_of(texts[i]);
        items[i] = &all[i];
    }
    all[2].uses.items = &uses[0];
    all[4].uses.items = &uses[1];
    all[2].uses.len = all[4].uses.len = 1;
    struct search_words words = {.items = items, .len = 6};
    search_synonyms_apply(&words, &kit->arena, &synonyms, 2);
    assert_true(fields_of(&all[0], 0));
    assert_false(fields_of(&all[0], 1));
    assert_true(fields_of(&all[5], 1));
    assert_false(fields_of(&all[5], 0));
}

/* ---- small collections, made up ---- */

enum { SMALL_GROUPS = 3, SMALL_EACH = 6, SMALL_WORDS = 20, SMALL_ENTRIES = 6 };

struct small {
    uint32_t random;
    struct map taken; /* no word twice */
    struct synonym synonyms[SMALL_GROUPS][SMALL_EACH];
    struct synonym_group groups[SMALL_GROUPS];
    struct collection collection;
    struct search_words words;
};

static uint32_t below(struct small *small, uint32_t limit)
{
    small->random = small->random * 1664525u + 1013904223u;
    return (small->random >> 8) % limit;
}

/* Of two letters, so that words are parts of each other; now and then a phrase. */
static struct str new_text(struct kit *kit, struct small *small, size_t len_max, bool phrases)
{
    static const char letters[] = "ab";
    for (;;) {
        struct buf text = BUF_INIT;
        for (size_t len = 1 + below(small, (uint32_t)len_max); len; len--) {
            if (phrases && text.len && len > 1 && below(small, 16) == 0)
                buf_byte(&text, ' ');
            buf_byte(&text, letters[below(small, 2)]);
        }
        struct str result = buf_take(&text, &kit->arena);
        buf_release(&text);
        if (!map_get(&small->taken, result)) {
            map_add(&small->taken, result, small);
            return result;
        }
    }
}

static int compare_words(const void *left, const void *right)
{
    return str_cmp((*(struct search_word *const *)left)->text,
                   (*(struct search_word *const *)right)->text);
}

static void add_small_word(struct kit *kit, struct small *small, struct str text)
{
    struct search_word *word = arena_new(&kit->arena, struct search_word);
    word->text = text;
    word->uses.items = arena_items(&kit->arena, search_use, SMALL_ENTRIES);
    for (uint32_t entry = 0; entry < SMALL_ENTRIES; entry++)
        if (below(small, 4) == 0)
            word->uses.items[word->uses.len++] =
                entry << SEARCH_FIELDS | (1 + below(small, SEARCH_FIELDS_MASK));
    small->words.items[small->words.len++] = word;
}

static void make_small(struct kit *kit, struct small *small, uint32_t seed)
{
    *small = (struct small){.random = seed};
    map_init(&small->taken, &kit->arena);
    small->words.items =
        arena_items(&kit->arena, struct search_word *, SMALL_WORDS + SMALL_GROUPS * SMALL_EACH);
    for (size_t g = 0; g < SMALL_GROUPS; g++) {
        for (size_t i = 0; i < SMALL_EACH; i++) {
            small->synonyms[g][i].folded = new_text(kit, small, 8, true);
            add_small_word(kit, small, small->synonyms[g][i].folded);
        }
        small->groups[g] = (struct synonym_group){.items = small->synonyms[g], .len = SMALL_EACH};
    }
    for (size_t i = 0; i < SMALL_WORDS; i++)
        add_small_word(kit, small, new_text(kit, small, 12, false));
    qsort(small->words.items, small->words.len, sizeof *small->words.items, compare_words);
    small->collection.entries.len = SMALL_ENTRIES;
    small->collection.synonyms.items = small->groups;
    small->collection.synonyms.len = SMALL_GROUPS;
}

static struct search_words copy_of_words(struct kit *kit, const struct search_words *words)
{
    struct search_words copy = {arena_items(&kit->arena, struct search_word *, words->len),
                                words->len};
    for (size_t i = 0; i < words->len; i++) {
        copy.items[i] = arena_new(&kit->arena, struct search_word);
        *copy.items[i] = *words->items[i];
    }
    return copy;
}

/* What search/synonyms.h says, looked up word by word and place by place. */
static void test_synonyms_stand_as_they_are_defined(void **state)
{
    struct kit *kit = *state;
    enum { ROUNDS = 200 };
    for (uint32_t round = 0; round < ROUNDS; round++) {
        struct small small;
        make_small(kit, &small, round);
        struct search_words after = copy_of_words(kit, &small.words);
        search_synonyms_apply(&after, &kit->arena, &small.collection.synonyms, SMALL_ENTRIES);
        for (size_t g = 0; g < SMALL_GROUPS; g++)
            for (size_t i = 0; i < SMALL_EACH; i++) {
                struct str text = small.synonyms[g][i].folded;
                if (str_find_byte(text, ' ') != SIZE_MAX)
                    assert_null(word_named(&after, text));
                for (size_t entry = 0;
                     str_find_byte(text, ' ') == SIZE_MAX && entry < SMALL_ENTRIES; entry++)
                    check_synonym(&small.words, &after, &small.collection.synonyms,
                                  &small.groups[g], i, entry);
            }
    }
}

/* A text of few words, apart by all sorts of signs. */
static struct str new_title(struct kit *kit, struct small *small)
{
    static const char *const words[] = {"a", "7", "ab", "ba", "aba", "abab"};
    static const char *const signs[] = {" ", ", ", "-", " – "};
    struct buf text = BUF_INIT;
    for (uint32_t len = 1 + below(small, 12); len; len--)
        buf_format(&text, "%s%s", words[below(small, ROWS(words))],
                   signs[below(small, ROWS(signs))]);
    struct str result = buf_take(&text, &kit->arena);
    buf_release(&text);
    return result;
}

static bool has_phrase(struct kit *kit, struct str text, struct str phrase)
{
    struct str words = norwegian_words(&kit->arena, text);
    return str_find(STR_JOIN(&kit->arena, STR(" "), words, STR(" ")),
                    STR_JOIN(&kit->arena, STR(" "), phrase, STR(" "))) != SIZE_MAX;
}

static void check_phrase(struct kit *kit, const struct search_words *words, struct str phrase,
                         const struct entry *entries)
{
    if (str_find_byte(phrase, ' ') == SIZE_MAX)
        return;
    for (size_t i = 0; i < SMALL_ENTRIES; i++) {
        unsigned due = (unsigned)has_phrase(kit, entries[i].title, phrase) << SEARCH_TITLE |
                       (unsigned)has_phrase(kit, entries[i].summary, phrase) << SEARCH_SUMMARY;
        if (fields_of(word_named(words, phrase), i) != due)
            fail_msg("«%.*s» in entry %zu", STR_ARG(phrase), i);
    }
}

/* A phrase stands where its words follow each other in one text, and nowhere else. */
static void test_phrases_stand_where_their_words_do(void **state)
{
    struct kit *kit = *state;
    enum { ROUNDS = 200 };
    for (uint32_t round = 0; round < ROUNDS; round++) {
        struct small small;
        struct document document = {0};
        struct entry entries[SMALL_ENTRIES] = {0}, *items[SMALL_ENTRIES];
        struct facet folders = {0};
        struct term_refs none = {0};
        struct search_documents documents;
        struct search_words words;
        make_small(kit, &small, round);
        for (size_t i = 0; i < SMALL_ENTRIES; i++) {
            entries[i].title = new_title(kit, &small);
            entries[i].summary = new_title(kit, &small);
            entries[i].document = &document;
            entries[i].terms = &none;
            items[i] = &entries[i];
        }
        for (size_t g = 0; g < SMALL_GROUPS; g++)
            for (size_t i = 0; i < SMALL_EACH; i++)
                small.synonyms[g][i].folded = norwegian_words(&kit->arena, new_title(kit, &small));
        small.collection.entries.items = items;
        small.collection.facets = (struct facet_list){.items = &folders, .len = 1};
        search_documents_list(&documents, &kit->arena, &small.collection);
        struct known_words *known = known_words_open();
        search_words_gather(&words, &kit->arena, &kit->arena,
                            search_words_read(&kit->arena, known, &documents, 1 + round % 3));
        for (size_t g = 0; g < SMALL_GROUPS; g++)
            for (size_t i = 0; i < SMALL_EACH; i++)
                check_phrase(kit, &words, small.synonyms[g][i].folded, entries);
        known_words_close(known);
    }
}

/* ---- bodies ---- */

/* What x-sections says: two values, with a section each. */
static struct entry_kind kind_with_sections(struct kit *kit)
{
    struct value *sections = value_map(&kit->arena);
    static const struct {
        const char *value, *title;
    } rows[] = {{"fest", "Slik gjør du"}, {"*", "Bakgrunn"}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct value *list = value_list(&kit->arena), *section = value_map(&kit->arena);
        value_put(&kit->arena, section, STR("title"),
                  value_text(&kit->arena, str_of(rows[i].title)));
        value_add(&kit->arena, list, section);
        value_put(&kit->arena, sections, str_of(rows[i].value), list);
    }
    return (struct entry_kind){.sections = sections};
}

static struct document *document_with(struct kit *kit, const char *body)
{
    struct document *document = arena_new(&kit->arena, struct document);
    struct source *source = kit_source(kit, str_of(body));
    markdown_parse(&kit->arena, &kit->arena, source, source_span(source, 0, source->text.len),
                   &document->body, NULL, &kit->diags);
    return document;
}

static void test_a_text_has_no_fixed_headings(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *text;
    } cases[] = {
        {"", ""},
        {"a\n", "a"},
        {"## Bakgrunn\n", ""},
        {"## Bakgrunn\n\na\n\n## Slik gjør du\n\n- b\n", "a\nb"},
        {"a\n\n## *Slik*  GJØR «du»:\n", "a"},
        {"a\n\n## Bakgrunn\n## Bakgrunn\n\nb\n", "a\nb"},
        {"Bakgrunn\n\n- Bakgrunn\n\n## Bakgrunn\n\nBakgrunn\n", "Bakgrunn\nBakgrunn\nBakgrunn"},
        {"## Bakgrunnen\n\n### Bakgrunn for det\n", "Bakgrunnen\nBakgrunn for det"},
    };
    struct entry_kind kind = kind_with_sections(kit);
    struct sections sections, none;
    sections_read(&sections, &kit->arena, &kind);
    sections_read(&none, &kit->arena, &(struct entry_kind){0});
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf out = BUF_INIT, whole = BUF_INIT;
        const struct markdown *body = &document_with(kit, cases[i].body)->body;
        sections_put_text(&out, &sections, body);
        sections_put_text(&whole, &none, body);
        assert_str(cases[i].body, buf_str(&out), cases[i].text);
        assert_true(str_eq(buf_str(&whole), body->text));
        buf_release(&out);
        buf_release(&whole);
    }
}

/*
 * The words of a collection of three entries without titles, and one group of synonyms. The files
 * have these stamps, or none that are known.
 */
enum { BODIES = 3 };
static struct search_words words_of(struct kit *kit, struct known_words *known,
                                    const char *const bodies[BODIES], const uint64_t *stamps)
{
    static const char *const paths[BODIES] = {"a.md", "b.md", "c.md"};
    struct synonym group[] = {{.folded = STR("god til")}, {.folded = STR("mild")}};
    struct synonym_group groups[] = {{.items = group, .len = 2}};
    struct facet folders = {0};
    struct term_refs none = {0};
    struct entry entries[BODIES] = {0}, *items[BODIES];
    for (size_t i = 0; i < BODIES; i++) {
        struct document *document = document_with(kit, bodies[i]);
        document->source.path = str_of(paths[i]);
        document->stamp.modified = stamps ? stamps[i] : 0;
        entries[i].document = document;
        entries[i].terms = &none;
        items[i] = &entries[i];
    }
    struct collection collection = {.kind = kind_with_sections(kit),
                                    .facets = {.items = &folders, .len = 1},
                                    .entries = {.items = items, .len = BODIES},
                                    .synonyms = {.items = groups, .len = 1}};
    struct search_documents documents;
    struct search_words words;
    search_documents_list(&documents, &kit->arena, &collection);
    search_words_gather(&words, &kit->arena, &kit->arena,
                        search_words_read(&kit->arena, known, &documents, 2));
    return words;
}

/* A phrase of the synonyms stands in one block, and a fixed heading finds nothing. */
static void test_words_are_of_one_block(void **state)
{
    struct kit *kit = *state;
    static const char *const bodies[BODIES] = {"## Bakgrunn\n\nEn god\n\ntil suppe\n",
                                               "- en bakgrunn, god\n  til suppe\n",
                                               "## God\n\ntil\n\n## Bakgrunn\n"};
    struct known_words *known = known_words_open();
    struct search_words words = words_of(kit, known, bodies, NULL);
    for (size_t i = 0; i < BODIES; i++) {
        unsigned due = i == 1 ? 1u << SEARCH_TEXT : 0;
        assert_int_equal(fields_of(word_named(&words, STR("god til")), i), due);
        assert_int_equal(fields_of(word_named(&words, STR("bakgrunn")), i), due);
        assert_int_equal(fields_of(word_named(&words, STR("god")), i), 1u << SEARCH_TEXT);
    }
    known_words_close(known);
}

/* Of a file with the same stamp, whatever stands there now: so it has not been read. */
static void test_what_is_known_is_not_read_again(void **state)
{
    struct kit *kit = *state;
    static const char *const before[BODIES] = {"Ære\n", "god til\n", "tåle sopp\n"};
    static const char *const after[BODIES] = {"noe annet\n", "mild tåle\n", "ære\n"};
    static const char *const due[BODIES] = {"Ære\n", "mild tåle\n", "ære\n"};
    static const uint64_t stamps[BODIES] = {1, 2, 0}, later[BODIES] = {1, 3, 0};
    struct known_words *known = known_words_open(), *fresh = known_words_open();
    for (int round = 0; round < 3; round++) {
        words_of(kit, known, before, stamps);
        struct search_words words = words_of(kit, known, after, later);
        struct search_words right = words_of(kit, fresh, due, NULL);
        search_synonyms_apply(&words, &kit->arena, &(struct synonyms){0}, BODIES);
        search_synonyms_apply(&right, &kit->arena, &(struct synonyms){0}, BODIES);
        assert_same_words(&words, &right);
        assert_str("ære", word_named(&words, STR("aere"))->written.text, "ære");
        assert_null(word_named(&words, STR("sopp")));
    }
    known_words_close(known);
    known_words_close(fresh);
}

/*
 * With small letters if it ever is, then as in the first text; as it is folded where most texts
 * have that, where only capitals are lost, and where a soft hyphen parts it.
 */
static void test_words_know_how_they_are_written(void **state)
{
    struct kit *kit = *state;
    static const char *const bodies[BODIES] = {
        "Avgjørelser om idé, Åre, tåle, Østers og привет; Oslo, NAV og bæ\xC2\xADrer\n",
        "avgjørelser om idè, ÅRE, tale, OG læring, Læring; Привет, e\xCC\x81t og østers\n",
        "Avgjörelser om åre, tale, år og ελλάδα; oslo, Tromsø\n"};
    static const struct {
        const char *word, *written;
    } cases[] = {
        {"avgjorelser", "avgjørelser"},
        {"ide", "idé"},
        {"are", "åre"},
        {"tale", ""},
        {"osters", "østers"},
        {"laering", "læring"},
        {"oslo", ""},
        {"nav", ""},
        {"og", ""},
        {"baerer", ""},
        {"привет", ""},
        {"ελλαδα", "ελλάδα"},
        {"tromso", "Tromsø"},
        {"et", "e\xCC\x81t"},
        {"ar", "år"},
        {"god til", ""},
    };
    struct known_words *known = known_words_open();
    struct search_words words = words_of(kit, known, bodies, NULL);
    for (size_t i = 0; i < ROWS(cases); i++) {
        const struct search_word *word = word_named(&words, str_of(cases[i].word));
        assert_non_null(word);
        assert_str(cases[i].word, word->written.text, cases[i].written);
    }
    known_words_close(known);
}

/* ---- orders ---- */

/* Entries with these titles and dates, in this order; dates that are "" are missing. */
struct shelf {
    struct document documents[5];
    struct entry entries[5], *items[5];
    struct collection collection;
};

static void fill_shelf(struct kit *kit, struct shelf *shelf, const char *const dates[5])
{
    static const char *const titles[] = {"Ærlig", "Aker", "Ål", "Zoo", "Aker"};
    *shelf = (struct shelf){0};
    for (size_t i = 0; i < 5; i++) {
        struct value *fields = value_map(&kit->arena);
        if (*dates[i])
            value_put(&kit->arena, fields, STR("updated"),
                      value_text(&kit->arena, str_of(dates[i])));
        shelf->documents[i].fields = fields;
        shelf->entries[i] =
            (struct entry){.document = &shelf->documents[i],
                           .key = norwegian_key(&kit->arena, str_of(titles[i]), NORWEGIAN_WORDS),
                           .number = i};
        shelf->items[i] = &shelf->entries[i];
    }
    shelf->collection.entries.items = shelf->items;
    shelf->collection.entries.len = 5;
}

static void assert_orders(struct kit *kit, const char *const dates[5], const char *names,
                          const char *const *ranks)
{
    struct shelf shelf;
    struct search_orders orders;
    struct buf out = BUF_INIT;
    fill_shelf(kit, &shelf, dates);
    search_orders_make(&orders, &kit->arena, &shelf.collection);
    search_orders_put_names(&out, &orders);
    assert_str(names, buf_str(&out), names);
    for (size_t i = 0; i < orders.len; i++) {
        buf_clear(&out);
        assert_int_equal(search_orders_put_ranks(&out, &orders, i, 0, SIZE_MAX), 5);
        assert_str(dates[0], buf_str(&out), ranks[i]);
    }
    buf_release(&out);
}

static void test_orders_of_entries(void **state)
{
    struct kit *kit = *state;
    static const char *const title = "[3,0,4,2,1]";
    static const char *const some[] = {"", "2024-02-01", "2025-01-01", "nylig", "2024-02-01"};
    static const char *const none[] = {"", "", "nylig", "", ""};
    assert_orders(kit, some, "[\"title\",\"newest\"]", (const char *const[]){title, "[3,1,0,4,2]"});
    assert_orders(kit, none, "[\"title\"]", &title);
}

/* ---- the files ---- */

/* Whether it is the file with this stem: but in that of start the hash of its bytes stands. */
static bool has_stem(struct kit *kit, const struct made_file *file, const char *stem)
{
    struct str hash = hash_hex(&kit->arena, hash_of(file->bytes));
    if (strcmp(stem, "start") == 0)
        return str_starts(file->path, STR("sok/start-"));
    return str_eq(file->path,
                  str_format(&kit->arena, "sok/%s-%.*s.js", stem, HASH_IN_INDEX, hash.ptr));
}

/* What a file assigns, after `name`. */
static struct value *assigned(struct kit *kit, const struct made_files *files, const char *stem,
                              const char *name)
{
    for (size_t i = 0; i < files->len; i++)
        if (has_stem(kit, &files->items[i], stem)) {
            struct str bytes = str_trim(files->items[i].bytes);
            assert_true(str_starts(bytes, str_of(name)));
            assert_true(str_ends(bytes, STR(";")));
            return json_read(&kit->arena, str_slice(bytes, strlen(name), bytes.len - 1));
        }
    fail_msg("%s is missing", stem);
    return NULL;
}

static struct value *assigned_part(struct kit *kit, const struct made_files *files, char letter,
                                   size_t number)
{
    struct str stem = str_format(&kit->arena, "%c%zu", letter, number);
    struct str name = str_format(&kit->arena, "samling_index.%c[%zu]=", letter, number);
    return assigned(kit, files, stem.ptr, name.ptr);
}

/* A word's list says of each entry and field what was gathered. */
static void assert_list(struct kit *kit, const struct search_word *word, struct str list)
{
    size_t seen = 0, due = 0;
    unsigned field = 0;
    assert_false(str_ends(list, STR(",")));
    for (struct str code; str_cut(&list, ',', &code); field++) {
        struct numbers entries = decode(&kit->arena, code);
        for (size_t i = 0; i < entries.len; i++)
            assert_true(fields_of(word, entries.items[i]) >> field & 1);
        seen += entries.len;
    }
    assert_true(field <= SEARCH_FIELDS);
    for (size_t i = 0; i < word->uses.len; i++)
        for (unsigned k = 0; k < SEARCH_FIELDS; k++)
            due += word->uses.items[i] >> k & 1;
    assert_int_equal(seen, due);
}

static struct search_words all_words(struct kit *kit, const struct library *library)
{
    struct search_words words = gathered(kit, library, 0, 1);
    search_synonyms_apply(&words, &kit->arena, &library->collection.synonyms,
                          library->documents.len);
    return words;
}

/* What is checked of the places: those that the start file has, and which document is next. */
struct places {
    struct kit *kit;
    const struct library *library;
    const struct value *said;
    struct search_words words;
    size_t next;
};

static void assert_words(const struct places *places, struct str text, enum search_field field)
{
    struct str words = norwegian_words(&places->kit->arena, text), word;
    while (words.len && str_cut(&words, ' ', &word))
        if (utf8_count(word) > 1 &&
            !(fields_of(word_named(&places->words, word), places->next) >> field & 1))
            fail_msg("«%.*s» is not in place %zu", STR_ARG(word), places->next);
}

static void assert_next_place(struct places *places, struct str title, struct str path,
                              struct str summary, struct str kind)
{
    const struct value *value =
        places->said->list.items[places->next - places->library->collection.entries.len];
    assert_int_equal(value->list.len, 4);
    assert_true(str_eq(value_str(value->list.items[0]), title));
    assert_true(str_eq(value_str(value->list.items[1]), path));
    assert_true(str_eq(value_str(value->list.items[3]), kind));
    assert_words(places, title, SEARCH_TITLE);
    assert_words(places, summary, SEARCH_SUMMARY);
}

static void assert_pages(struct places *places)
{
    const struct collection *collection = &places->library->collection;
    for (size_t i = 0; i < collection->pages.len; i++, places->next++) {
        const struct text_page *page = &collection->pages.items[i];
        struct str path = STR_JOIN(&places->kit->arena, page->document->slug, STR(".html"));
        assert_next_place(places, page->title, path, page->summary, STR(""));
        assert_words(places, page->document->body.text, SEARCH_TEXT);
    }
}

static void assert_terms(struct places *places, const struct facet *facet, struct str language)
{
    for (size_t i = 0; i < facet->terms.len; i++) {
        const struct term *term = facet->terms.items[i];
        if (term->entries.len == 0)
            continue;
        assert_next_place(places, label_text(term->label, language), term->path, term->summary,
                          label_noun(facet->names, language, 1));
        assert_words(places, term->short_name.text, SEARCH_NAMES);
        for (size_t k = 0; k < term->names.len; k++)
            assert_words(places, term->names.items[k].text, SEARCH_NAMES);
        if (term->document)
            assert_words(places, term->document->body.text, SEARCH_TEXT);
        places->next++;
    }
}

/* All that is there besides the entries, in its order. */
static void assert_places(struct kit *kit, const struct library *library, const struct value *said)
{
    const struct collection *collection = &library->collection;
    struct str language = collection->settings.language;
    struct places places = {.kit = kit,
                            .library = library,
                            .said = said,
                            .words = gathered(kit, library, 1, 1),
                            .next = collection->entries.len};
    assert_pages(&places);
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        if (facet->path.len == 0)
            continue;
        if (facet->index) {
            struct str path = STR_JOIN(&kit->arena, facet->path, STR(".html"));
            assert_next_place(&places, label_text(facet->title, language), path, STR(""), STR(""));
            places.next++;
        }
        assert_terms(&places, facet, language);
    }
    assert_int_equal(places.next, library->documents.len);
    assert_int_equal(said->list.len, places.next - collection->entries.len);
}

/* The list itself, which may be in a p-file: «p3.14» is the fifteenth in p3. */
static struct str list_beside(struct kit *kit, const struct made_files *files, struct str beside)
{
    size_t dot = str_find_byte(beside, '.');
    if (dot == SIZE_MAX)
        return beside;
    unsigned long file =
        strtoul(str_format(&kit->arena, "%.*s", STR_ARG(beside)).ptr + 1, NULL, 10);
    unsigned long at =
        strtoul(str_format(&kit->arena, "%.*s", STR_ARG(str_from(beside, dot + 1))).ptr, NULL, 10);
    const struct value *lists = assigned_part(kit, files, 'p', file);
    assert_true(at < lists->list.len);
    return value_str(lists->list.items[at]);
}

/* The same with all its sets: that of the text may be in a p-file, too. */
static struct str whole_list(struct kit *kit, const struct made_files *files, struct str beside,
                             size_t *away)
{
    struct str list = list_beside(kit, files, beside);
    size_t from = list.len;
    while (from && list.ptr[from - 1] != ',')
        from--;
    struct str last = str_from(list, from), text = list_beside(kit, files, last);
    *away += text.ptr != last.ptr;
    return STR_JOIN(&kit->arena, str_slice(list, 0, from), text);
}

/* The fields are those with pages, and the rows have their terms, one after the other. */
static void assert_facets(struct kit *kit, const struct library *library,
                          const struct made_files *files, const struct value *fields,
                          const struct value *rows)
{
    size_t number = 0, at = 0;
    for (size_t f = 0; f < library->collection.facets.len; f++) {
        const struct facet *facet = &library->collection.facets.items[f];
        if (facet->path.len == 0)
            continue;
        assert_true(str_eq(value_str(fields->list.items[number++]), facet->field));
        for (size_t i = 0; i < facet->terms.len; i++) {
            const struct term *term = facet->terms.items[i];
            const struct value *row = rows->list.items[at++];
            struct str set = list_beside(kit, files, value_str(row->list.items[3]));
            struct numbers entries = decode(&kit->arena, set);
            assert_int_equal(row->list.len, set.ptr == value_str(row->list.items[3]).ptr ? 4 : 5);
            assert_true(str_eq(value_str(row->list.items[0]), facet->field));
            assert_true(str_eq(value_str(row->list.items[1]), term->id));
            assert_int_equal(entries.len, term->entries.len);
            for (size_t k = 0; k < entries.len; k++)
                assert_int_equal(entries.items[k], term->entries.items[k]->number);
        }
    }
    assert_int_equal(fields->list.len, number);
    assert_int_equal(rows->list.len, at);
}

static void test_a_small_index_is_one_file(void **state)
{
    struct kit *kit = *state;
    struct library library;
    struct made_files files = {0};
    open_library(&library, kit);
    struct search_options options = {.threads = 2, .start_max = 16 * 1024 * 1024};
    search_end(search_begin(&library.collection, &options), &files, &kit->arena);
    assert_int_equal(files.len, 1);
    const struct value *start = assigned(kit, &files, "start", "var samling_index=");
    const struct value *texts = value_get(start, STR("texts"));
    const struct value *file = value_get(start, STR("w"))->list.items[0];
    struct search_words words = all_words(kit, &library);
    struct str rest = value_str(file->list.items[0]), word;
    struct str lists = value_str(file->list.items[1]), list;
    size_t count = library.collection.entries.len;
    struct sections sections;
    sections_read(&sections, &kit->arena, &library.collection.kind);

    assert_int_equal(value_get_int(start, STR("count"), 0), count);
    assert_int_equal(value_list_len(value_get(start, STR("o"))),
                     value_list_len(value_get(start, STR("sorts"))));
    assert_int_equal(value_get(start, STR("o"))->list.items[0]->list.len, count);
    assert_int_not_equal(str_find(value_get_str(start, STR("stop_words")), STR(" korleis ")),
                         SIZE_MAX);
    assert_int_not_equal(str_find(value_get_str(start, STR("endings")), STR(" ane ")), SIZE_MAX);
    assert_int_equal(texts->list.len, count);
    for (size_t i = 0; i < count; i++) {
        struct buf text = BUF_INIT;
        sections_put_text(&text, &sections, &library.collection.entries.items[i]->document->body);
        assert_true(str_eq(value_str(texts->list.items[i]), buf_str(&text)));
        buf_release(&text);
    }
    assert_places(kit, &library, value_get(start, STR("places")));
    assert_int_equal(value_list_len(value_get(start, STR("f"))), 1);
    assert_facets(kit, &library, &files, value_get(start, STR("facets")),
                  value_get(start, STR("f"))->list.items[0]);
    for (size_t i = 0; i < words.len; i++) {
        assert_true(str_cut(&rest, ' ', &word) && str_eq(word, words.items[i]->text));
        assert_true(str_cut(&lists, ' ', &list));
        assert_list(kit, words.items[i], list);
    }
    assert_false(str_cut(&rest, ' ', &word) || str_cut(&lists, ' ', &list));
    close_library(&library);
}

static struct made_files split_files(struct kit *kit, const struct library *library)
{
    struct made_files files = {0};
    struct search_options options = {.threads = 2,
                                     .start_max = 1,
                                     .rows_max = 60,
                                     .words_max = 2000,
                                     .lists_max = 60,
                                     .sets_max = 500,
                                     .list_inline = 6};
    search_end(search_begin(&library->collection, &options), &files, &kit->arena);
    return files;
}

/* Of the files of a kind those from `from` up to `to` as one list, as a search reads them. */
static struct value *joined_parts(struct kit *kit, const struct made_files *files, char letter,
                                  size_t from, size_t to)
{
    struct value *all = value_list(&kit->arena);
    for (size_t i = from; i < to; i++) {
        const struct value *part = assigned_part(kit, files, letter, i);
        assert_true(part->list.len > 0);
        for (size_t k = 0; k < part->list.len; k++)
            value_add(&kit->arena, all, part->list.items[k]);
    }
    return all;
}

/* Every order has each place once, in as many files as `sorts` has its name. */
static void assert_ranks(struct kit *kit, const struct library *library,
                         const struct made_files *files, const struct value *sorts)
{
    size_t count = library->collection.entries.len, orders = 0, to;
    for (size_t from = 0; from < sorts->list.len; from = to, orders++) {
        struct str name = value_str(sorts->list.items[from]);
        for (to = from + 1; to < sorts->list.len && str_eq(value_str(sorts->list.items[to]), name);)
            to++;
        const struct value *ranks = joined_parts(kit, files, 'o', from, to);
        bool *seen = arena_items(&kit->arena, bool, count);
        assert_true(to - from > 1);
        assert_int_equal(ranks->list.len, count);
        for (size_t i = 0; i < count; i++) {
            size_t rank = (size_t)ranks->list.items[i]->integer;
            assert_true(rank < count && !seen[rank]);
            seen[rank] = true;
        }
    }
    assert_true(orders > 0);
}

static void test_a_split_index_has_every_place(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    struct made_files files = split_files(kit, &library);
    const struct value *start = assigned(kit, &files, "start", "var samling_index=");
    assert_places(kit, &library, value_get(start, STR("places")));
    assert_ranks(kit, &library, &files, value_get(start, STR("sorts")));
    size_t parts = value_list_len(value_get(start, STR("f")));
    assert_true(parts > 1);
    assert_facets(kit, &library, &files, value_get(start, STR("facets")),
                  joined_parts(kit, &files, 'f', 0, parts));
    close_library(&library);
}

/* The start file says of every other file what its name holds. */
static void test_a_split_index_names_its_files(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    struct made_files files = split_files(kit, &library);
    const struct value *start = assigned(kit, &files, "start", "var samling_index=");
    const struct value *said = value_get(start, STR("files"));
    size_t count = 0;
    for (const char *kind = "owpf"; *kind; kind++) {
        struct str hashes = value_get_str(said, (struct str){kind, 1});
        for (size_t number = 0; number * HASH_IN_INDEX < hashes.len; number++, count++) {
            struct str hash =
                str_slice(hashes, number * HASH_IN_INDEX, (number + 1) * HASH_IN_INDEX);
            struct str stem = str_format(&kit->arena, "%c%zu", *kind, number);
            struct str path =
                str_format(&kit->arena, "sok/%.*s-%.*s.js", STR_ARG(stem), STR_ARG(hash));
            size_t i = 0;
            while (i < files.len && !str_eq(files.items[i].path, path))
                i++;
            assert_true(i < files.len);
        }
    }
    assert_int_equal(count + 1, files.len); /* all but the start file, which is the last */
    assert_true(str_starts(files.items[files.len - 1].path, STR("sok/start-")));
    close_library(&library);
}

/* The w-files of a split index, as a browser sees them. */
struct word_file {
    struct str from, to; /* its first suffix, and that of the next one; "" at the ends */
    struct map lists;    /* word → struct str, what stands beside it */
    struct map forms;    /* word → struct str, how it is written */
};

struct word_files {
    struct word_file *items;
    size_t len, cap;
};

/* Each form is of a word of the file, and of no other's form. */
static void read_forms(struct kit *kit, struct word_file *file, const struct value *said)
{
    struct str forms, one;
    map_init(&file->forms, &kit->arena);
    if (value_list_len(said) == 2)
        return;
    assert_int_equal(value_list_len(said), 3);
    for (forms = value_str(said->list.items[2]); str_cut(&forms, ' ', &one);) {
        struct str *form = arena_new(&kit->arena, struct str);
        struct buf folded = BUF_INIT;
        norwegian_fold(&folded, one);
        struct str word = buf_finish(&folded, &kit->arena);
        *form = one;
        assert_non_null(map_get(&file->lists, word));
        assert_ptr_equal(map_add(&file->forms, word, form), form);
    }
}

/* Where the next w-file begins; `before` is where the one before it does. */
static struct str take_bound(struct kit *kit, struct str *bounds, struct str before)
{
    size_t shared = (size_t)(bounds->ptr[0] - 'A'), end = 1;
    while (end < bounds->len && !(bounds->ptr[end] >= 'A' && bounds->ptr[end] <= 'Z'))
        end++;
    struct str others = str_slice(*bounds, 1, end);
    *bounds = str_from(*bounds, end);
    return STR_JOIN(&kit->arena, str_slice(before, 0, utf8_skip(before, shared)), others);
}

static struct word_files read_word_files(struct kit *kit, const struct made_files *files)
{
    struct word_files all = {0};
    const struct value *start = assigned(kit, files, "start", "var samling_index=");
    struct str bounds = value_get_str(start, STR("word_files")), bound = {0};
    for (size_t f = 0; bounds.len; f++) {
        const struct value *file = assigned_part(kit, files, 'w', f);
        bound = take_bound(kit, &bounds, bound);
        struct str words = value_str(file->list.items[0]), word;
        struct str lists = value_str(file->list.items[1]), list;
        struct word_file one = {.from = bound};
        map_init(&one.lists, &kit->arena);
        while (str_cut(&words, ' ', &word)) {
            struct str *beside = arena_new(&kit->arena, struct str);
            assert_true(str_cut(&lists, ' ', &list));
            *beside = list;
            assert_ptr_equal(map_add(&one.lists, word, beside), beside);
        }
        assert_false(str_cut(&lists, ' ', &list));
        read_forms(kit, &one, file);
        if (f)
            all.items[f - 1].to = bound;
        vec_push(&kit->arena, &all, one);
    }
    return all;
}

/* A file where this suffix is looked up and the word is found; NULL: there is none. */
static const struct word_file *file_with(const struct word_files *files, struct str suffix,
                                         struct str word)
{
    for (size_t f = 0; f < files->len; f++) {
        const struct word_file *file = &files->items[f];
        bool is_due = str_cmp(file->from, suffix) <= 0 &&
                      (f + 1 == files->len || str_cmp(suffix, file->to) <= 0);
        if (is_due && map_get(&file->lists, word))
            return file;
    }
    return NULL;
}

/* Every word under each of its suffixes, with its list. */
static void test_a_split_index_has_words_by_their_suffixes(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    struct made_files files = split_files(kit, &library);
    struct search_words words = all_words(kit, &library);
    struct word_files word_files = read_word_files(kit, &files);
    size_t away = 0;
    assert_true(word_files.len > 5);
    for (size_t i = 0; i < words.len; i++) {
        struct str text = words.items[i]->text;
        for (struct str rest = text; rest.len; utf8_next(&rest))
            if (rest.len == text.len || utf8_count(rest) >= 3) {
                const struct word_file *file = file_with(&word_files, rest, text);
                assert_non_null(file);
                struct str beside = *(struct str *)map_get(&file->lists, text);
                if (rest.len == text.len)
                    assert_list(kit, words.items[i], whole_list(kit, &files, beside, &away));
            }
    }
    assert_true(away > 3);
    close_library(&library);
}

/* A word that is not written as it is folded has its form where it stands as a whole, and only
 * there. */
static void test_a_split_index_has_words_as_they_are_written(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    struct made_files files = split_files(kit, &library);
    struct search_words words = all_words(kit, &library);
    struct word_files word_files = read_word_files(kit, &files);
    size_t due = 0, count = 0;
    for (size_t i = 0; i < words.len; i++) {
        const struct search_word *word = words.items[i];
        size_t found = 0;
        for (size_t f = 0; f < word_files.len; f++) {
            const struct str *form = map_get(&word_files.items[f].forms, word->text);
            found += form && str_eq(*form, word->written.text) &&
                     str_cmp(word_files.items[f].from, word->text) <= 0;
            count += form != NULL;
        }
        assert_int_equal(found, word->written.text.ptr != NULL);
        due += found;
    }
    assert_true(due > 10);
    assert_int_equal(count, due);
    close_library(&library);
}

/* Whatever is common: a long list, or an ending that many words have. */
static void test_a_split_index_has_small_files(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    struct made_files files = split_files(kit, &library);
    size_t word_files = 0, list_files = 0;
    enum { FRAME = 40 };
    for (size_t i = 0; i < files.len; i++) {
        struct str path = files.items[i].path;
        if (str_starts(path, STR("sok/w")) && ++word_files)
            assert_true(files.items[i].bytes.len <= 2000 + FRAME);
        if (str_starts(path, STR("sok/p")) && ++list_files)
            assert_true(files.items[i].bytes.len <= 500 + FRAME);
    }
    assert_true(word_files > 5 && list_files > 5);
    close_library(&library);
}

/* ---- what one entry can add ---- */

struct word_vec {
    struct search_word **items;
    size_t len, cap;
};

static void add_word_of(struct kit *kit, struct word_vec *words, struct str text, size_t entry)
{
    struct search_word *word = arena_new(&kit->arena, struct search_word);
    search_use *use = arena_new(&kit->arena, search_use);
    *use = (search_use)(entry << SEARCH_FIELDS | 1u << SEARCH_TEXT);
    word->text = text;
    word->uses.items = use;
    word->uses.len = 1;
    vec_push(&kit->arena, words, word);
}

static size_t suffixes_of(const struct search_words *words, const struct suffixes *suffixes,
                          struct str text)
{
    size_t count = 0;
    for (size_t i = 0; i < suffixes->len; i++)
        count += str_eq(words->items[suffixes->items[i].word]->text, text);
    return count;
}

/* Long words take the room of their own entry, and of that what its short words leave. */
static void test_an_entry_cannot_flood_the_index(void **state)
{
    struct kit *kit = *state;
    enum { LONG_WORDS = 1000 };
    struct word_vec list = {0};
    size_t bytes = 0, once = 0, written = 0;
    add_word_of(kit, &list, STR("krav"), 0);
    for (size_t i = 0; i < LONG_WORDS; i++)
        add_word_of(kit, &list, str_format(&kit->arena, "%064zu", i), 0);
    add_word_of(kit, &list, STR("medbestemmelsesretten"), 1);
    struct search_words words = {list.items, list.len};
    struct str *lists = arena_items(&kit->arena, struct str, words.len);
    for (uint32_t i = 0; i < words.len; i++) {
        lists[i] = STR("0");
        bytes += words.items[i]->text.len;
        once += suffixes_growth(&words, lists, i);
    }
    struct suffixes suffixes;
    suffixes_make(&suffixes, &kit->arena, &words, lists, 2, 2);
    for (size_t i = 0; i < suffixes.len; i++)
        written += suffixes_growth(&words, lists, suffixes.items[i].word);
    assert_true(written <= SUFFIXES_FACTOR * bytes + (size_t)2 * SUFFIXES_LEAST + once);
    assert_int_equal(suffixes_of(&words, &suffixes, STR("krav")), 2);
    assert_int_equal(suffixes_of(&words, &suffixes, STR("medbestemmelsesretten")), 19);
    for (size_t i = 0; i < words.len; i++)
        assert_true(suffixes_of(&words, &suffixes, words.items[i]->text) >= 1);
}

/* Returns the name of the start file, and the hash of all bytes of the index. */
static struct str said_of_index(struct kit *kit, const struct collection *collection,
                                size_t start_max)
{
    struct made_files files = {0};
    struct hashing *hashing = hash_begin();
    search_end(
        search_begin(collection, &(struct search_options){.threads = 1, .start_max = start_max}),
        &files, &kit->arena);
    for (size_t i = 0; i < files.len; i++)
        hash_append(hashing, files.items[i].bytes);
    struct str bytes = str_slice(hash_hex(&kit->arena, hash_end(hashing)), 0, HASH_IN_INDEX);
    return STR_JOIN(&kit->arena, files.items[files.len - 1].path, STR(" "), bytes);
}

/*
 * The name of the start file says what the index is made from, and nothing of the bytes. When only
 * the second of these hashes is another, SEARCH_FORM must be one more (search/named.h); when both
 * are, it is the content in tests/check/_base that has changed.
 */
static void test_a_name_never_means_another_index(void **state)
{
    struct kit *kit = *state;
    struct collection collection;
    struct fs_root root = fs_root_open(&kit->arena, STR("tests/check/_base"));
    collection_init(&collection);
    assert_true(
        collection_load(&collection, &root, &(struct load_options){.threads = 1}, &kit->diags));
    collection.kind.search = STR("sok");
    assert_str("whole", said_of_index(kit, &collection, 0), "sok/start-83f3632.js 1b903cf");
    assert_str("split", said_of_index(kit, &collection, 1), "sok/start-79a95f1.js d76eb45");
    collection_release(&collection);
    fs_root_close(&root);
}

static void test_no_place_no_index(void **state)
{
    struct kit *kit = *state;
    struct library library;
    open_library(&library, kit);
    library.collection.kind.search = (struct str){0};
    assert_null(search_begin(&library.collection, &(struct search_options){.threads = 1}));
    close_library(&library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_codes_of_sets),
        WITH_KIT(test_codes_of_sets_come_back),
        WITH_KIT(test_words_of_folded_text),
        WITH_KIT(test_threads_make_no_difference),
        WITH_KIT(test_synonyms_stand_where_the_others_do),
        WITH_KIT(test_a_synonym_does_not_stand_in_a_longer_one),
        WITH_KIT(test_synonyms_stand_as_they_are_defined),
        WITH_KIT(test_phrases_stand_where_their_words_do),
        WITH_KIT(test_a_text_has_no_fixed_headings),
        WITH_KIT(test_words_are_of_one_block),
        WITH_KIT(test_what_is_known_is_not_read_again),
        WITH_KIT(test_words_know_how_they_are_written),
        WITH_KIT(test_orders_of_entries),
        WITH_KIT(test_a_small_index_is_one_file),
        WITH_KIT(test_a_split_index_has_every_place),
        WITH_KIT(test_a_split_index_names_its_files),
        WITH_KIT(test_a_split_index_has_words_by_their_suffixes),
        WITH_KIT(test_a_split_index_has_words_as_they_are_written),
        WITH_KIT(test_a_split_index_has_small_files),
        WITH_KIT(test_an_entry_cannot_flood_the_index),
        WITH_KIT(test_a_name_never_means_another_index),
        WITH_KIT(test_no_place_no_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
