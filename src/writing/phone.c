#include "writing/phone.h"

#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/digits.h"
#include "writing/rules.h"

/* ---- numbers ---- */

struct phone {
    size_t start, end;
    bool plain; /* eight digits without a gap, or with full stops as in 99.24.18.13: any number */
};

enum { PHONE_DIGITS = 8 }; /* in Norway */

/* A set of places: a gap before the digit with this number, from 0. */
#define GAP(at) (1u << (at))

/*
 * Reads eight digits from the one with number `from`: 22 22 22 22, 912 34 567 or without
 * gaps. Not 22 222 222, which is an amount, and nothing that begins with 0, 1 or 8: years,
 * and services that many share.
 */
static bool is_national(const struct digits *digits, size_t from, bool *plain)
{
    static const uint32_t ways[] = {0, GAP(2) | GAP(4) | GAP(6), GAP(3) | GAP(5)};
    if (digits->count < from + PHONE_DIGITS || !digits_end(digits, from + PHONE_DIGITS) ||
        (digits->count > from + PHONE_DIGITS && digits->before[from + PHONE_DIGITS] == GAP_BLANK) ||
        !strchr("2345679", digits->digit[from]))
        return false;
    uint32_t gaps = (digits_gaps(digits, from + PHONE_DIGITS) >> from) & ~1u;
    *plain = gaps == 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (gaps == ways[i])
            return true;
    return false;
}

/* Whether a number is written as addresses of machines are. */
static bool is_in_pairs(struct str number)
{
    enum { DOTTED = 11, PAIR = 3 };
    for (size_t i = PAIR - 1; i < number.len; i += PAIR)
        if (number.ptr[i] != '.')
            return false;
    return number.len == DOTTED;
}

/* Reads the number whose first digit stands at `at`; one with a `+` before it may be of any land.
 */
static bool read_phone(struct str text, size_t at, struct phone *phone)
{
    enum { ABROAD_MIN = 8, ABROAD_MAX = 15 }; /* digits (ITU-T E.164, 6) */
    struct digits digits;
    digits_read(&digits, text, at);
    bool plus = at > 0 && text.ptr[at - 1] == '+';
    bool zeros = digits.count > 4 && memcmp(digits.digit, "0047", 4) == 0;
    size_t from = zeros ? 4 : plus && memcmp(digits.digit, "47", 2) == 0 ? 2 : 0;
    *phone = (struct phone){.start = plus ? at - 1 : at};
    if (is_national(&digits, from, &phone->plain)) {
        phone->end = digits.end[from + PHONE_DIGITS - 1];
        phone->plain |= is_in_pairs(str_slice(text, at, phone->end));
        phone->plain &= from == 0;
        return true;
    }
    phone->end = digits.end[digits.count - 1];
    phone->plain = false;
    return plus && digits.count >= ABROAD_MIN && digits.count <= ABROAD_MAX;
}

/* ---- the sentence around a number ---- */

enum { REACH = 160 }; /* bytes on either side: more are not read, whatever stands there */

/* Whether what begins at `at` stands for itself: a point of a list, a heading, a row, nothing. */
static bool begins_anew(struct str text, size_t at)
{
    enum { INDENT_MAX = 16 };
    size_t from = at;
    while (at < text.len && at - from < INDENT_MAX && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    return at == text.len || strchr("-*+#|>\n", text.ptr[at]);
}

/* Whether a sentence ends with the sign at `at`: after a word that is no short abbreviation. */
static bool ends_sentence(struct str text, size_t at)
{
    enum { SHORT = 3 };
    if (!strchr(".!?", text.ptr[at]) || at + 1 >= text.len || !ascii_is_space(text.ptr[at + 1]))
        return false;
    size_t letters = 0;
    while (letters < at && letters <= SHORT && !ascii_is_space(text.ptr[at - letters - 1]))
        letters++;
    return text.ptr[at] != '.' || letters > SHORT;
}

static bool is_bound(struct str text, size_t at)
{
    return ends_sentence(text, at) || (text.ptr[at] == '\n' && begins_anew(text, at + 1));
}

static struct str sentence_around(struct str text, const struct phone *phone)
{
    size_t start = phone->start, end = phone->end;
    while (start > 0 && phone->start - start < REACH && !is_bound(text, start - 1))
        start--;
    while (end < text.len && end - phone->end < REACH && !is_bound(text, end))
        end++;
    while (start < phone->start && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start++;
    while (end > phone->end && end < text.len && ((unsigned char)text.ptr[end] & 0xC0) == 0x80)
        end--;
    return str_slice(text, start, end);
}

/* ---- names ---- */

struct name_word {
    struct str text;
    bool name;  /* a capital and small letters: Kari, Anne-Lise, O'Hara */
    bool after; /* only a blank is between it and the word before, or the point of an initial */
};

static bool is_name_gap(const char *from, const char *to)
{
    for (const char *at = from; at < to; at++)
        if (!strchr(" .\xC2\xA0", *at))
            return false;
    return to - from <= 2;
}

/* Takes the next word: letters, with hyphens between them. */
static bool take_word(struct str *rest, struct name_word *word)
{
    const char *gap = rest->ptr, *start = NULL, *end = NULL;
    bool first = false, small = false, capitals = false;
    while (rest->len) {
        const char *at = rest->ptr;
        enum letter_kind kind = norwegian_letter(utf8_next(rest));
        bool inner = start && (*at == '-' || *at == '\'');
        if (kind == LETTER_NONE && !inner && start)
            break;
        if (kind == LETTER_NONE && !inner)
            continue;
        first = start ? first : kind == LETTER_CAPITAL;
        small |= kind == LETTER_SMALL;
        capitals |= start && kind == LETTER_CAPITAL && end && end[-1] != '-' && end[-1] != '\'';
        start = start ? start : at;
        end = rest->ptr;
    }
    if (!start)
        return false;
    *word = (struct name_word){.text = {start, (size_t)(end - start)},
                               .name = first && small && !capitals,
                               .after = is_name_gap(gap, start)};
    rest->len += (size_t)(rest->ptr - end);
    rest->ptr = end;
    return true;
}

static bool contains(struct str text, struct str word)
{
    return str_find(text, word) != SIZE_MAX;
}

static bool is_listed(struct str word, enum language_list list, word_fits *fits)
{
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, word);
    bool listed = languages_have(list, buf_str(&folded), fits);
    buf_release(&folded);
    return listed;
}

static bool is_phone_word(struct str word)
{
    return is_listed(word, WORDS_PHONE_WORDS, str_eq);
}

static bool has_switchboard(struct str sentence)
{
    for (struct name_word word; take_word(&sentence, &word);)
        if (is_listed(word.text, WORDS_SWITCHBOARDS, contains))
            return true;
    return false;
}

/* Whether two words of a name stand together; initials may be between them. */
static bool has_name(struct str sentence)
{
    size_t names = 0;
    for (struct name_word word; names < 2 && take_word(&sentence, &word);) {
        bool initial = utf8_count(word.text) == 1;
        bool name = word.name && !is_phone_word(word.text) &&
                    !is_listed(word.text, WORDS_INSTITUTIONS, contains);
        if (name)
            names = word.after ? names + 1 : 1;
        else if (!initial)
            names = 0;
    }
    return names >= 2;
}

/* Whether a number in one piece is said to be a telephone's, or stands right after a name. */
static bool is_called_phone(struct str sentence, struct str number)
{
    struct str before = str_slice(sentence, 0, (size_t)(number.ptr - sentence.ptr));
    size_t signs = 0;
    while (signs < before.len && strchr(" ,:(–-", before.ptr[before.len - 1 - signs]))
        signs++;
    struct str rest = before, last = {0};
    for (struct name_word word; take_word(&rest, &word);) {
        last = word.name ? word.text : (struct str){0};
        if (is_phone_word(word.text))
            return true;
    }
    return last.len && signs <= 3 && last.ptr + last.len + signs == number.ptr;
}

/* ---- telling ---- */

static void check_number(const struct source *source, const struct phone *phone,
                         struct diags *diags)
{
    struct str sentence = sentence_around(source->text, phone);
    struct str number = str_slice(source->text, phone->start, phone->end);
    if ((phone->plain && !is_called_phone(sentence, number)) || !has_name(sentence) ||
        has_switchboard(sentence))
        return;
    writing_tell(diags, WRITING_PHONE_PERSON, source_span(source, phone->start, phone->end),
                 (struct detail){.args = {number}});
}

/* Whether the digit at `at` continues a number or a name, and begins none. */
static bool is_inside(struct str text, size_t at)
{
    if (at == 0)
        return false;
    char before = text.ptr[at - 1];
    bool digit = at > 1 && ascii_is_digit(text.ptr[at - 2]);
    return ascii_is_letter(before) || strchr("/=_&#%", before) || (strchr(".,-", before) && digit);
}

void phone_check(const struct source *source, struct diags *diags)
{
    static const bool digits[256] = {
        ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
        ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true};
    struct str text = source->text;
    for (size_t at = 0; (at = str_find_in(text, at, digits)) < text.len; at++) {
        struct phone phone;
        size_t end = at;
        if (!is_inside(text, at) && read_phone(text, at, &phone)) {
            check_number(source, &phone, diags);
            end = phone.end;
        }
        while (end < text.len && ascii_is_digit(text.ptr[end]))
            end++;
        at = end;
    }
}
