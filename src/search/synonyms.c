#include "search/synonyms.h"

#include <assert.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "search/lexicon.h"
#include "search/marked.h"

/* One word or phrase of a group. */
struct group_member {
    struct str text;
    const struct synonym_group *group;
    struct search_word *word; /* the word with this text */
    struct {
        const struct search_word **items;
        size_t len, cap;
    } holders; /* the words of the index in which it stands */
};

/* Of one document: in which fields, as bits, members of the present group stand. */
struct member_fields {
    unsigned char here;  /* the present member */
    unsigned char once;  /* at least one member */
    unsigned char twice; /* at least two */
};

struct document_numbers {
    uint32_t *items;
    size_t len, cap;
};

/*
 * The new uses of a word. They take effect when all groups are done, so that no
 * group builds on what another has added.
 */
struct enriched {
    struct search_word *word;
    search_use *items;
    size_t len;
};

struct synonym_index {
    struct search_words *words;
    struct arena *arena;
    struct group_member *members; /* as they are written, group by group */
    size_t member_count;
    struct group_member **parts;  /* the members that may stand within words, by text */
    struct lexicon lexicon;       /* of their texts, in the same order */
    struct member_fields *stands; /* by the document's number; all 0 between groups */
    struct document_numbers here; /* the documents in which the present member stands */
    struct marked marked;         /* … in which any member of the present group does, so far */
    uint32_t *any;                /* the same, in their order */
    size_t any_len;
    struct {
        struct enriched *items;
        size_t len, cap;
    } enriched;
};

static bool is_phrase(struct str text)
{
    return str_find_byte(text, ' ') != SIZE_MAX;
}

/* ---- the members ---- */

static int compare_to_word(const void *key, const void *item)
{
    const struct search_word *word = *(struct search_word *const *)item;
    return str_cmp(*(const struct str *)key, word->text);
}

static struct search_word *word_of_text(const struct search_words *words, struct str text)
{
    struct search_word **found =
        bsearch(&text, words->items, words->len, sizeof *words->items, compare_to_word);
    assert(found); /* search_words_gather() adds the synonyms */
    return *found;
}

static void list_members(struct synonym_index *index, const struct synonyms *synonyms)
{
    size_t count = 0;
    for (size_t g = 0; g < synonyms->len; g++)
        count += synonyms->items[g].len;
    index->members = arena_items(index->arena, struct group_member, count);
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++) {
            struct group_member *member = &index->members[index->member_count++];
            member->text = synonyms->items[g].items[i].folded;
            member->group = &synonyms->items[g];
            member->word = word_of_text(index->words, member->text);
        }
}

static int compare_members(const void *left, const void *right)
{
    const struct group_member *a = *(struct group_member *const *)left;
    const struct group_member *b = *(struct group_member *const *)right;
    return str_cmp(a->text, b->text);
}

static void make_lexicon(struct synonym_index *index)
{
    size_t count = 0;
    index->parts = arena_items(index->arena, struct group_member *, index->member_count);
    for (size_t i = 0; i < index->member_count; i++)
        if (utf8_count(index->members[i].text) >= SYNONYM_INFIX_MIN)
            index->parts[count++] = &index->members[i];
    if (count)
        qsort(index->parts, count, sizeof *index->parts, compare_members);
    struct str *texts = arena_items(index->arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        texts[i] = index->parts[i]->text;
    lexicon_init(&index->lexicon, texts, count);
}

/* ---- the words in which they stand ---- */

/* A member that stands in the present word, up to the byte `end`. */
struct match {
    struct group_member *member;
    size_t end;
};

struct matches {
    struct match *items;
    size_t len, cap;
};

/* Of the matches that have begun: the one that ends last, and the last one of another group. */
struct reach {
    struct match first, second;
};

static void extend_reach(struct reach *reach, struct match match)
{
    const struct group_member *first = reach->first.member;
    if (first && first->group == match.member->group) {
        if (match.end > reach->first.end)
            reach->first = match;
    } else if (match.end > reach->first.end) {
        reach->second = reach->first;
        reach->first = match;
    } else if (match.end > reach->second.end) {
        reach->second = match;
    }
}

/* Whether a match of another group covers this one (find_members). */
static bool is_within_another(const struct reach *reach, struct match match)
{
    bool own = reach->first.member->group == match.member->group;
    return (own ? reach->second.end : reach->first.end) >= match.end;
}

static void add_holder(struct synonym_index *index, struct group_member *member,
                       const struct search_word *word)
{
    size_t len = member->holders.len;
    if (len == 0 || member->holders.items[len - 1] != word)
        vec_push(index->arena, &member->holders, word);
}

/* Finds the members that stand at byte `from` of a text. */
static void find_matches(const struct synonym_index *index, struct matches *matches,
                         struct str text, size_t from)
{
    struct lexicon_walk walk = lexicon_start(&index->lexicon);
    matches->len = 0;
    for (size_t at = from; at < text.len; at++) {
        if (!lexicon_step(&index->lexicon, &walk, text.ptr[at]))
            break;
        if (lexicon_ends(&index->lexicon, &walk))
            vec_push(index->arena, matches, ((struct match){index->parts[walk.from], at + 1}));
    }
}

/*
 * Finds the members that stand in a word, in one sweep from left to right. A match
 * is covered by one of another group if that begins no later and ends no earlier.
 * All that begin no later have been seen when the sweep is at a match, so it is
 * enough to remember how far they reach: the one that ends last, and, in case that
 * is of the match's own group, the last one of another group. (Two matches at the
 * same letters would be the same member.)
 */
static void find_members(struct synonym_index *index, struct matches *matches,
                         const struct search_word *word)
{
    struct reach reach = {0};
    for (size_t from = 0; from < word->text.len; from++) {
        find_matches(index, matches, word->text, from);
        for (size_t i = 0; i < matches->len; i++)
            extend_reach(&reach, matches->items[i]);
        for (size_t i = 0; i < matches->len; i++) {
            struct group_member *member = matches->items[i].member;
            if (!is_phrase(member->text) && !is_within_another(&reach, matches->items[i]))
                add_holder(index, member, word);
        }
    }
}

/*
 * Finds the holders of all members. A short member and a phrase stand in their own
 * word alone. For the others every word in use is swept once, whatever the number of
 * members: a word of 64 letters has at most 2 080 parts.
 */
static void find_holders(struct synonym_index *index)
{
    struct matches matches = {0};
    for (size_t i = 0; i < index->member_count; i++) {
        struct group_member *member = &index->members[i];
        if (utf8_count(member->text) < SYNONYM_INFIX_MIN || is_phrase(member->text))
            add_holder(index, member, member->word);
    }
    for (size_t i = 0; i < index->words->len; i++)
        if (index->words->items[i]->uses.len)
            find_members(index, &matches, index->words->items[i]);
}

/* ---- the uses of each word of a group ---- */

/* Sets `here`: the documents of one member, and the fields in which it stands there. */
static void mark_here(struct synonym_index *index, const struct group_member *member)
{
    index->here.len = 0;
    for (size_t i = 0; i < member->holders.len; i++) {
        const struct search_word *word = member->holders.items[i];
        for (size_t k = 0; k < word->uses.len; k++) {
            search_use use = word->uses.items[k];
            uint32_t document = use >> SEARCH_FIELDS;
            if (!index->stands[document].here)
                vec_push(index->arena, &index->here, document);
            index->stands[document].here |= use & SEARCH_FIELDS_MASK;
        }
    }
}

/* Adds what mark_here() has set to `marked`, `once` and `twice`, and clears it. */
static void count_here(struct synonym_index *index)
{
    for (size_t i = 0; i < index->here.len; i++) {
        struct member_fields *stands = &index->stands[index->here.items[i]];
        marked_add(&index->marked, index->here.items[i]);
        stands->twice |= stands->once & stands->here;
        stands->once |= stands->here;
        stands->here = 0;
    }
}

/*
 * Makes the new uses of a member: its own, and a use in each document where another
 * member stands. Another does in a field that two members have, or one that is not
 * this. Mostly that is every document of the group, which is what the index grows by.
 */
static void enrich(struct synonym_index *index, const struct group_member *member)
{
    const unsigned strong = 1u << SEARCH_TITLE | 1u << SEARCH_NAMES;
    const struct search_word *word = member->word;
    search_use *uses = arena_items(index->arena, search_use, index->any_len);
    size_t len = 0, own = 0;
    mark_here(index, member);
    for (size_t i = 0; i < index->any_len; i++) {
        uint32_t document = index->any[i];
        struct member_fields *stands = &index->stands[document];
        unsigned others = stands->twice | (stands->once & ~(unsigned)stands->here), fields = 0;
        if (others)
            fields = 1u << (others & strong ? SEARCH_NAMES : SEARCH_TEXT);
        if (own < word->uses.len && word->uses.items[own] >> SEARCH_FIELDS == document)
            fields |= word->uses.items[own++] & SEARCH_FIELDS_MASK;
        if (fields)
            uses[len++] = document << SEARCH_FIELDS | fields;
        stands->here = 0;
    }
    assert(own == word->uses.len); /* a member stands in its own word */
    vec_push(index->arena, &index->enriched, ((struct enriched){member->word, uses, len}));
}

static void apply_group(struct synonym_index *index, const struct group_member *members,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        mark_here(index, &members[i]);
        count_here(index);
    }
    index->any_len = marked_take(&index->marked, index->any);
    for (size_t i = 0; i < count; i++)
        if (!is_phrase(members[i].text))
            enrich(index, &members[i]);
    for (size_t i = 0; i < index->any_len; i++)
        index->stands[index->any[i]] = (struct member_fields){0};
}

static void apply_groups(struct synonym_index *index, const struct synonyms *synonyms)
{
    const struct group_member *members = index->members;
    for (size_t g = 0; g < synonyms->len; members += synonyms->items[g++].len)
        apply_group(index, members, synonyms->items[g].len);
    for (size_t i = 0; i < index->enriched.len; i++) {
        const struct enriched *enriched = &index->enriched.items[i];
        enriched->word->uses.items = enriched->items;
        enriched->word->uses.len = enriched->len;
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
                           const struct synonyms *synonyms, size_t documents)
{
    struct synonym_index index = {.words = words, .arena = arena};
    if (synonyms->len == 0) {
        drop_unused(words);
        return;
    }
    index.stands = arena_items(arena, struct member_fields, documents);
    index.any = arena_items(arena, uint32_t, documents);
    marked_init(&index.marked, arena, documents);
    list_members(&index, synonyms);
    make_lexicon(&index);
    find_holders(&index);
    apply_groups(&index, synonyms);
    drop_unused(words);
}
