#include "writing/abbreviations.h"

#include <stdint.h>

#include "base/norwegian.h"
#include "base/placeholder.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "parse/garbled.h"
#include "parse/prose.h"
#include "writing/capitals.h"
#include "writing/words.h"
#include "writing/writing.h"

enum { LETTERS_MIN = 2, LETTERS_MAX = 6 };

/* Takes the next run of letters and digits. *kinds has a bit for each kind of letter in it. */
static bool next_letters(struct str *rest, struct str *word, unsigned *kinds)
{
    enum { DIGIT = 1 << 7 };
    struct str begin = *rest;
    size_t len = 0;
    *kinds = 0;
    while (rest->len) {
        struct str before = *rest;
        uint32_t rune = utf8_next(rest);
        enum letter_kind letter = norwegian_letter(rune);
        bool digit = rune >= '0' && rune <= '9';
        if (letter == LETTER_NONE && !digit && len)
            break;
        if (letter == LETTER_NONE && !digit) {
            begin = *rest;
            continue;
        }
        *kinds |= digit ? DIGIT : 1u << letter;
        len += before.len - rest->len;
    }
    *word = str_slice(begin, 0, len);
    return len > 0;
}

/* Returns the abbreviation that a word is, without the s of «DFØs», or the absent str. */
static struct str abbreviation_of(struct str word, unsigned kinds)
{
    bool genitive = kinds == (1u << LETTER_CAPITAL | 1u << LETTER_SMALL) &&
                    str_ends(word, STR("s")) && word.len > LETTERS_MIN;
    if (genitive) {
        word.len--;
        for (struct str rest = word; rest.len;)
            if (norwegian_letter(utf8_next(&rest)) != LETTER_CAPITAL)
                return (struct str){0};
    } else if (kinds != 1u << LETTER_CAPITAL) {
        return (struct str){0};
    }
    /* A capital takes one byte or two; what is too long in bytes is not counted. */
    size_t letters = word.len > LETTERS_MAX * 2 ? word.len : utf8_count(word);
    return letters >= LETTERS_MIN && letters <= LETTERS_MAX ? word : (struct str){0};
}

bool abbreviations_next(struct str *rest, struct str *abbreviation)
{
    struct str word;
    unsigned kinds;
    while (next_letters(rest, &word, &kinds)) {
        *abbreviation = abbreviation_of(word, kinds);
        if (abbreviation->len)
            return true;
    }
    return false;
}

static bool is_kept(const struct abbreviations *abbreviations, struct str text)
{
    for (size_t i = 0; i < abbreviations->len; i++)
        if (str_eq(abbreviations->items[i].text, text))
            return true;
    return false;
}

/*
 * What the document explains. Brackets are looked for in its source, where links and code
 * still stand as written; words whose first letters are the abbreviation in its prose.
 */

/* Returns what follows the rest of a compound, such as «-brevene» after MD. */
static struct str after_word(struct str text)
{
    struct str rest = text;
    if (str_starts(text, STR("-")))
        for (rest = str_from(text, 1); rest.len; text = rest)
            if (norwegian_letter(utf8_next(&rest)) == LETTER_NONE)
                break;
    return text;
}

/*
 * Whether the abbreviation stands first in brackets, «Direktoratet for … (DFØ)», or
 * brackets follow it, «DFØ (Direktoratet …)», «MD-brevene (brevene …)».
 */
static bool stands_in_brackets(struct str text, struct str abbreviation)
{
    for (size_t from = 0, at; (at = str_find(str_from(text, from), abbreviation)) != SIZE_MAX;) {
        size_t start = from + at, end = start + abbreviation.len;
        struct str after = str_from(text, end);
        bool opened = start && text.ptr[start - 1] == '(';
        bool closed = str_starts(after, STR(")")) || str_starts(after, STR(",")) ||
                      str_starts(after, STR(";")) || str_starts(after, STR(" "));
        if ((opened && closed) || str_starts(after_word(after), STR(" (")))
            return true;
        from = end;
    }
    return false;
}

/*
 * Returns the first letters of all words of the document, folded, as one text. Words that
 * an abbreviation stands for make it a part of that text, so one search finds them.
 */
static struct str initials_of(struct arena *arena, const struct prose *prose)
{
    struct buf folded = BUF_INIT, initials = BUF_INIT;
    norwegian_fold(&folded, buf_str(&prose->text));
    for (struct str rest = buf_str(&folded), word; norwegian_word(&rest, &word);) {
        uint32_t rune = utf8_next(&word);
        buf_rune(&initials, rune);
    }
    buf_release(&folded);
    return buf_finish(&initials, arena);
}

/* Two letters would be found by chance, so an abbreviation of two is never explained so. */
static bool are_initials(struct str initials, struct str abbreviation)
{
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, abbreviation);
    bool found = utf8_count(abbreviation) > 2 && str_find(initials, buf_str(&folded)) != SIZE_MAX;
    buf_release(&folded);
    return found;
}

/* Whether it is part of a name as «NS-EN ISO 9001», «EUPL-1.2»: joined to capitals or a number. */
static bool is_designation(struct str text, size_t start, size_t end)
{
    struct str after = str_from(text, end), rest = str_from(after, after.len > 0);
    uint32_t next = rest.len ? utf8_next(&rest) : 0;
    bool number = next >= '0' && next <= '9';
    bool before = start > 1 && text.ptr[start - 1] == '-' &&
                  norwegian_letter((unsigned char)text.ptr[start - 2]) == LETTER_CAPITAL;
    return before ||
           (str_starts(after, STR("-")) && (number || norwegian_letter(next) == LETTER_CAPITAL)) ||
           (str_starts(after, STR(" ")) && number);
}

/* Whether it is part of an address, or of a name as files and settings have. */
static bool is_in_address(struct str text, size_t start, size_t end)
{
    struct str after = str_from(text, end), rest = str_from(after, after.len > 0);
    char before = start ? text.ptr[start - 1] : ' ';
    bool goes_on = rest.len && norwegian_letter(utf8_next(&rest)) != LETTER_NONE;
    return before == '.' || before == '/' || before == '@' || before == '#' || before == '_' ||
           before == '$' || str_starts(after, STR("://")) || str_starts(after, STR("_")) ||
           (str_starts(after, STR(".")) && goes_on);
}

/* Whether a letter of it is half of a garbled one: the S and Ã of «SÃ¥», which is told of. */
static bool is_garbled(struct str text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (garbled_len(str_from(text, i)))
            return true;
    return false;
}

static bool has_placeholder(struct str text)
{
    struct str placeholder;
    return placeholder_next(&text, &placeholder);
}

/* Appends the abbreviations of a block that are new and not well known, explained or not. */
static void gather_from(struct abbreviations *found, const struct writing *writing,
                        const struct prose_block *block)
{
    const struct prose *prose = writing->prose;
    struct str text = prose_block_text(prose, block), abbreviation;
    size_t start, end;
    if (block->kind == PROSE_TABLE || !words_have_capitals(text) ||
        capitals_find(text, block->kind == PROSE_HEADING, &start, &end) || has_placeholder(text))
        return; /* a text that shouts has other faults, and a placeholder goes away */
    for (struct str rest = text;
         found->len < ABBREVIATIONS_MAX && abbreviations_next(&rest, &abbreviation);) {
        if (words_is_familiar(abbreviation) || is_kept(found, abbreviation))
            continue;
        size_t from = (size_t)(abbreviation.ptr - text.ptr), to = from + abbreviation.len;
        if (is_in_address(text, from, to) || is_designation(text, from, to) ||
            is_garbled(text, from, to) || writing_is_told(writing, block->start + from))
            continue;
        struct span span = prose_span_of(prose, abbreviation);
        vec_push(writing->scratch, found, ((struct abbreviation){abbreviation, span}));
    }
}

void abbreviations_gather(struct abbreviations *abbreviations, struct arena *arena,
                          const struct writing *writing)
{
    const struct prose *prose = writing->prose;
    struct abbreviations found = {0};
    for (size_t i = 0; i < prose->blocks.len && found.len < ABBREVIATIONS_MAX; i++)
        gather_from(&found, writing, &prose->blocks.items[i]);
    struct str initials = found.len ? initials_of(writing->scratch, prose) : STR("");
    for (size_t i = 0; i < found.len; i++) {
        struct abbreviation abbreviation = found.items[i];
        if (stands_in_brackets(prose->source->text, abbreviation.text) ||
            are_initials(initials, abbreviation.text))
            continue;
        abbreviation.text = str_copy(arena, abbreviation.text);
        vec_push(arena, abbreviations, abbreviation);
    }
}
