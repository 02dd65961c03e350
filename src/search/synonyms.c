#include "search/synonyms.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"

/* All words as one text to look for parts in, and where in it each of them begins. */
struct haystack {
    struct buf text; /* a newline before each word and one at the end */
    size_t *starts;
};

/* New uses of a word. They are put in place last, so that no group builds on another. */
struct enriched {
    struct search_word *word;
    search_use *items;
    size_t len;
};

struct applying {
    struct search_words *words;
    struct arena *arena;
    size_t entry_count;
    const struct synonyms *synonyms;
    struct haystack haystack;
    search_use *uses;      /* room for those of one word */
    unsigned char *fields; /* by the entry's number: where the others of the group stand */
    struct {
        struct enriched *items;
        size_t len, cap;
    } enriched;
};

static bool is_phrase(struct str text)
{
    return str_find_byte(text, ' ') != SIZE_MAX;
}

static void make_haystack(struct haystack *haystack, struct arena *arena,
                          const struct search_words *words)
{
    haystack->starts = arena_items(arena, size_t, words->len);
    for (size_t i = 0; i < words->len; i++) {
        haystack->starts[i] = haystack->text.len;
        buf_byte(&haystack->text, '\n');
        buf_put(&haystack->text, words->items[i]->text);
    }
    buf_byte(&haystack->text, '\n');
}

/* The number of the word that a byte of the haystack belongs to. */
static size_t word_at(const struct applying *applying, size_t at)
{
    size_t low = 0, high = applying->words->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (applying->haystack.starts[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void mark_uses(struct applying *applying, const struct search_word *word)
{
    for (size_t i = 0; i < word->uses.len; i++) {
        search_use use = word->uses.items[i];
        applying->fields[use >> SEARCH_FIELDS] |= use & SEARCH_FIELDS_MASK;
    }
}

/* Whether the synonym that stands at a place is there but as a part of this one. */
static bool is_part_of(struct str longer, struct str folded, struct str text, size_t at)
{
    size_t before = str_find(longer, folded);
    return longer.len > folded.len && before != SIZE_MAX && before <= at &&
           str_starts(str_from(text, at - before), longer);
}

static bool is_of_another(const struct applying *applying, const struct synonym_group *group,
                          struct str folded, size_t at)
{
    struct str text = buf_str(&applying->haystack.text);
    for (size_t g = 0; g < applying->synonyms->len; g++) {
        const struct synonym_group *other = &applying->synonyms->items[g];
        for (size_t i = 0; other != group && i < other->len; i++)
            if (is_part_of(other->items[i].folded, folded, text, at))
                return true;
    }
    return false;
}

/* Marks the entries in which a synonym of a group stands, by the words that hold it. */
static void mark_synonym(struct applying *applying, const struct synonym_group *group,
                         struct str folded)
{
    struct str text = buf_str(&applying->haystack.text);
    bool infix = utf8_count(folded) >= SYNONYM_INFIX_MIN && !is_phrase(folded);
    struct str needle = infix ? folded : STR_JOIN(applying->arena, STR("\n"), folded, STR("\n"));
    for (size_t from = 0, at; (at = str_find(str_from(text, from), needle)) != SIZE_MAX;) {
        at += from;
        from = at + 1;
        if (infix && is_of_another(applying, group, folded, at))
            continue;
        size_t word = word_at(applying, at);
        mark_uses(applying, applying->words->items[word]);
        if (word + 1 == applying->words->len)
            break;
        from = applying->haystack.starts[word + 1];
    }
}

/* The uses of a word by itself, and those where the marked others stand. */
static void enrich(struct applying *applying, struct search_word *word)
{
    const unsigned strong = 1u << SEARCH_TITLE | 1u << SEARCH_NAMES;
    search_use *uses = applying->uses;
    size_t len = 0, own = 0;
    for (size_t i = 0; i < applying->entry_count; i++) {
        unsigned others = applying->fields[i], fields = 0;
        if (others)
            fields = 1u << (others & strong ? SEARCH_NAMES : SEARCH_TEXT);
        if (own < word->uses.len && word->uses.items[own] >> SEARCH_FIELDS == i)
            fields |= word->uses.items[own++] & SEARCH_FIELDS_MASK;
        if (fields)
            uses[len++] = (search_use)i << SEARCH_FIELDS | fields;
        applying->fields[i] = 0;
    }
    search_use *kept = arena_items(applying->arena, search_use, len);
    for (size_t i = 0; i < len; i++)
        kept[i] = uses[i];
    vec_push(applying->arena, &applying->enriched, ((struct enriched){word, kept, len}));
}

static void apply_group(struct applying *applying, const struct synonym_group *group)
{
    struct str text = buf_str(&applying->haystack.text);
    for (size_t i = 0; i < group->len; i++) {
        struct str folded = group->items[i].folded;
        if (is_phrase(folded))
            continue;
        for (size_t k = 0; k < group->len; k++)
            if (k != i)
                mark_synonym(applying, group, group->items[k].folded);
        size_t at = str_find(text, STR_JOIN(applying->arena, STR("\n"), folded, STR("\n")));
        enrich(applying, applying->words->items[word_at(applying, at)]);
    }
}

static void drop_unused(struct search_words *words)
{
    size_t kept = 0;
    for (size_t i = 0; i < words->len; i++)
        if (words->items[i]->uses.len && !is_phrase(words->items[i]->text))
            words->items[kept++] = words->items[i];
    words->len = kept;
}

void search_synonyms_apply(struct search_words *words, struct arena *arena,
                           const struct collection *collection)
{
    struct applying applying = {.words = words,
                                .arena = arena,
                                .entry_count = collection->entries.len,
                                .synonyms = &collection->synonyms};
    if (collection->synonyms.len == 0)
        return;
    make_haystack(&applying.haystack, arena, words);
    applying.uses = arena_items(arena, search_use, applying.entry_count);
    applying.fields = arena_items(arena, unsigned char, applying.entry_count);
    for (size_t i = 0; i < collection->synonyms.len; i++)
        apply_group(&applying, &collection->synonyms.items[i]);
    for (size_t i = 0; i < applying.enriched.len; i++) {
        const struct enriched *enriched = &applying.enriched.items[i];
        enriched->word->uses.items = enriched->items;
        enriched->word->uses.len = enriched->len;
    }
    buf_release(&applying.haystack.text);
    drop_unused(words);
}
