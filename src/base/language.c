#include "base/language.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

#define NO_BREAK_SPACE "\u00A0"

const struct language *language_of(struct str tag)
{
    for (size_t i = 0; i < language_count; i++)
        if (str_eq(languages[i].tag, tag))
            return &languages[i];
    return NULL;
}

const struct language *language_or_english(struct str tag)
{
    const struct language *language = language_of(tag);
    return language ? language : language_of(STR("en"));
}

static bool has_itself(const struct language *language, enum language_list list, struct str text,
                       word_fits *fits)
{
    const struct language_words *words = &language->lists[list];
    for (size_t i = 0; i < words->len; i++)
        if (fits(text, words->items[i]))
            return true;
    return false;
}

bool language_has(const struct language *language, enum language_list list, struct str text,
                  word_fits *fits)
{
    if (!language)
        return false;
    if (has_itself(language, list, text, fits))
        return true;
    const struct language_words *kin = &language->lists[WORDS_KIN];
    for (size_t i = 0; i < kin->len; i++)
        if (has_itself(language_of(kin->items[i]), list, text, fits))
            return true;
    return false;
}

bool languages_have(enum language_list list, struct str text, word_fits *fits)
{
    for (size_t i = 0; i < language_count; i++)
        if (has_itself(&languages[i], list, text, fits))
            return true;
    return false;
}

/* Puts the words of a list, but those that another language has put already. */
static void put_words_of(struct buf *out, const struct language *language, enum language_list list,
                         const struct language *put)
{
    const struct language_words *words = &language->lists[list];
    for (size_t i = 0; i < words->len; i++)
        if (!put || !has_itself(put, list, words->items[i], str_eq)) {
            buf_put(out, put || i ? STR(" ") : STR(""));
            buf_put(out, words->items[i]);
        }
}

void language_put_words(struct buf *out, const struct language *language, enum language_list list)
{
    if (!language)
        return;
    put_words_of(out, language, list, NULL);
    const struct language_words *kin = &language->lists[WORDS_KIN];
    for (size_t i = 0; i < kin->len; i++)
        put_words_of(out, language_of(kin->items[i]), list, language);
}

struct str language_says(const struct language *language, enum language_phrase phrase)
{
    return language->phrases[phrase].text;
}

/* Units of a thousand, as the shops and the file managers of most systems have them. */
void language_put_size(struct buf *out, const struct language *language, size_t size)
{
    size_t kilobytes = (size + 999) / 1000, tenths = (size + 50000) / 100000;
    if (kilobytes < 1000) {
        buf_format(out, "%zu" NO_BREAK_SPACE "kB", kilobytes);
        return;
    }
    buf_number(out, tenths / 10);
    if (tenths % 10) {
        buf_put(out, language_says(language, PHRASE_DECIMAL));
        buf_number(out, tenths % 10);
    }
    buf_lit(out, NO_BREAK_SPACE "MB");
}

int languages_month(struct str text)
{
    enum { LETTERS = 3 };
    for (size_t i = 0; i < language_count; i++) {
        const struct language_words *months = &languages[i].lists[WORDS_MONTHS];
        for (size_t k = 0; k < months->len; k++) {
            struct str name = months->items[k];
            if (str_begins(text, str_slice(name, 0, utf8_skip(name, LETTERS))))
                return (int)k + 1;
        }
    }
    return 0;
}
