#include "search/text_words.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "base/vec.h"

static int compare_phrases(const void *left, const void *right)
{
    return str_cmp(*(const struct str *)left, *(const struct str *)right);
}

void text_words_list_phrases(struct lexicon *phrases, struct arena *arena,
                             const struct synonyms *synonyms)
{
    struct text_words texts = {0};
    for (size_t g = 0; g < synonyms->len; g++)
        for (size_t i = 0; i < synonyms->items[g].len; i++)
            if (str_find_byte(synonyms->items[g].items[i].folded, ' ') != SIZE_MAX)
                vec_push(arena, &texts, synonyms->items[g].items[i].folded);
    if (texts.len)
        qsort(texts.items, texts.len, sizeof *texts.items, compare_phrases);
    lexicon_init(phrases, texts.items, texts.len);
}

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

/* Appends the phrases that begin with a word; `rest` is the text after the word. */
static void find_phrases(struct text_words *words, struct arena *arena,
                         const struct lexicon *phrases, struct str word, struct str rest)
{
    struct lexicon_walk walk = lexicon_start(phrases);
    while (step_through(phrases, &walk, word)) {
        if (lexicon_ends(phrases, &walk))
            vec_push(arena, words, phrases->texts[walk.from]);
        if (!norwegian_word(&rest, &word) || !lexicon_step(phrases, &walk, ' '))
            return;
    }
}

void text_words_find(struct text_words *words, struct arena *arena, const struct lexicon *phrases,
                     struct str folded, bool letters)
{
    for (struct str rest = folded, word; norwegian_word(&rest, &word);) {
        if (letters || !is_one_letter(word))
            vec_push(arena, words, cut_word(word));
        find_phrases(words, arena, phrases, word, rest);
    }
}
