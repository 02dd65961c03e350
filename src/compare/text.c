#include "compare/text.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "compare/parts.h"

enum { KEPT_BYTES = 1000 };

/* How much oftener something stands in one text than in the other. */
struct balance {
    long count;
};

struct sentences {
    struct str *items;
    size_t len, cap;
};

static struct balance *balance_of(struct map *map, struct arena *arena, struct str key)
{
    struct balance *known = map_get(map, key);
    return known ? known : map_add(map, key, arena_new(arena, struct balance));
}

/*
 * Whether a sentence ends at a byte: it is a full stop, `!` or `?`, and after it
 * come a space and something else than a small letter.
 */
static bool ends_sentence(struct str text, size_t at)
{
    char c = text.ptr[at];
    if ((c != '.' && c != '!' && c != '?') || at + 2 >= text.len || text.ptr[at + 1] != ' ')
        return false;
    char next = text.ptr[at + 2];
    return next < 'a' || next > 'z';
}

static void add_sentences(struct sentences *sentences, struct arena *arena, struct str text)
{
    size_t start = 0;
    for (size_t i = 0; i < text.len; i++)
        if (ends_sentence(text, i)) {
            vec_push(arena, sentences, str_slice(text, start, i + 1));
            start = i + 2;
        }
    vec_push(arena, sentences, str_from(text, start));
}

static struct sentences sentences_of(struct arena *arena, const struct parts *parts)
{
    struct sentences sentences = {0};
    for (size_t i = 0; i < parts->units.len; i++) {
        const struct part_unit *unit = &parts->units.items[i];
        if (unit->part == PART_FACTS || unit->part == PART_NEWS)
            vec_push(arena, &sentences, unit->text);
        else if (unit->part == PART_TEXT)
            add_sentences(&sentences, arena, unit->text);
    }
    return sentences;
}

/* The words of all sentences that came or went, each with its count: come less gone. */
struct word_bag {
    struct map map;
    struct {
        struct balance **items;
        size_t len, cap;
    } all;
};

static void count_words(struct word_bag *words, struct arena *arena, struct str sentence, long step)
{
    for (struct str word; str_cut(&sentence, ' ', &word);) {
        struct balance *balance = map_get(&words->map, word);
        if (!balance) {
            balance = balance_of(&words->map, arena, word);
            vec_push(arena, &words->all, balance);
        }
        balance->count += word.len ? step : 0;
    }
}

static void keep_sentence(struct str *kept, size_t *count, struct arena *arena, struct str sentence)
{
    if (*count < SENTENCES_KEPT)
        kept[*count] = str_copy(
            arena, str_slice(sentence, 0, sentence.len < KEPT_BYTES ? sentence.len : KEPT_BYTES));
    (*count)++;
}

/*
 * The difference of two multisets: count the old sentences, strike out those that the
 * new text has, and keep what is left over on either side. Words are counted in the
 * sentences that are left over only.
 */
void diff_text_find(struct diff_text *diff, struct arena *arena, struct arena *scratch,
                    const struct parts *before, const struct parts *after)
{
    struct sentences old = sentences_of(scratch, before), new = sentences_of(scratch, after);
    struct map known;
    struct word_bag words = {0};
    map_init(&known, scratch);
    map_init(&words.map, scratch);
    for (size_t i = 0; i < old.len; i++)
        balance_of(&known, scratch, old.items[i])->count++;
    for (size_t i = 0; i < new.len; i++) {
        struct balance *balance = map_get(&known, new.items[i]);
        if (balance && balance->count > 0) {
            balance->count--;
            continue;
        }
        keep_sentence(diff->come, &diff->come_count, arena, new.items[i]);
        count_words(&words, scratch, new.items[i], 1);
    }
    for (size_t i = 0; i < old.len; i++) {
        struct balance *balance = map_get(&known, old.items[i]);
        if (balance->count == 0)
            continue;
        balance->count--;
        keep_sentence(diff->gone, &diff->gone_count, arena, old.items[i]);
        count_words(&words, scratch, old.items[i], -1);
    }
    for (size_t i = 0; i < words.all.len; i++) {
        long count = words.all.items[i]->count;
        diff->words_come += count > 0 ? (size_t)count : 0;
        diff->words_gone += count < 0 ? (size_t)-count : 0;
    }
}
