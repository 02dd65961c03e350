#include "writing/words.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/language.h"
#include "base/norwegian.h"
#include "base/utf8.h"

/* The word that ends before `at`, of letters, digits and full stops; as much as matters. */
static struct str word_before(struct str text, size_t at)
{
    enum { LOOK_MAX = 24 };
    size_t start = at;
    while (start > 0 && at - start < LOOK_MAX) {
        char c = text.ptr[start - 1];
        if (c == ' ' || c == '(' || c == '[' || c == '/' || c == '-' || c == '"')
            break;
        start--;
    }
    while (start < at && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start++; /* not from within a letter */
    return str_slice(text, start, at);
}

static bool has_letter(struct str text)
{
    while (text.len)
        if (norwegian_letter(utf8_next(&text)) != LETTER_NONE)
            return true;
    return false;
}

/* One capital is an initial: «J. Hansen». So is that of «St. Olavs plass 5 A. Møt opp»; accepted.
 */
static bool is_initial(struct str word)
{
    return word.len > 0 && norwegian_letter(utf8_next(&word)) == LETTER_CAPITAL && word.len == 0;
}

/* «bl.a», «p.g.a», «St.prp»: short parts, and no name of a site. */
static bool has_short_parts(struct str word)
{
    enum { PART_MAX = 4 };
    if (str_find_byte(word, '.') == SIZE_MAX || !has_letter(word) || str_ends(word, STR(".no")) ||
        str_ends(word, STR(".com")) || str_ends(word, STR(".org")))
        return false;
    for (struct str part; str_cut(&word, '.', &part);)
        if (utf8_count(part) > PART_MAX)
            return false;
    return true;
}

static bool is_abbreviated(struct str word, const struct language *language)
{
    if (language_has(language, WORDS_CLOSING, word, str_same))
        return false;
    return has_short_parts(word) || is_initial(word) ||
           language_has(language, WORDS_ABBREVIATIONS, word, str_same);
}

/* How long the mark is that ends a sentence here, or 0. */
static size_t mark_at(struct str text)
{
    if (text.ptr[0] == '.' || text.ptr[0] == '!' || text.ptr[0] == '?')
        return 1;
    return str_starts(text, STR("…")) ? STR("…").len : 0;
}

static size_t closer_at(struct str text)
{
    static const struct str closers[] = {STR_INIT(")"), STR_INIT("]"), STR_INIT("\""),
                                         STR_INIT("'"), STR_INIT("»"), STR_INIT("”"),
                                         STR_INIT("’"), STR_INIT("“")};
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++)
        if (str_starts(text, closers[i]))
            return closers[i].len;
    return 0;
}

static size_t past_marks(struct str text, size_t at)
{
    for (size_t len; at < text.len; at += len)
        if ((len = mark_at(str_from(text, at))) == 0 && (len = closer_at(str_from(text, at))) == 0)
            break;
    return at;
}

static bool begins_sentence(struct str text)
{
    text = str_trim(text);
    return text.len == 0 || norwegian_letter(utf8_next(&text)) != LETTER_SMALL;
}

bool words_sentence(struct str *rest, const struct language *language, struct str *sentence)
{
    struct str text = str_trim(*rest);
    if (text.len == 0)
        return false;
    size_t end = text.len;
    for (size_t at = 0; at < text.len; at++) {
        char c = text.ptr[at];
        bool likely = c == '.' || c == '!' || c == '?' || c == '\xE2'; /* most bytes are not */
        if (!likely || mark_at(str_from(text, at)) == 0)
            continue;
        size_t after = past_marks(text, at);
        bool full_stop = text.ptr[at] == '.' && after == at + 1;
        bool stands_free = after == text.len || text.ptr[after] == ' ';
        if (stands_free && begins_sentence(str_from(text, after)) &&
            !(full_stop && is_abbreviated(word_before(text, at), language))) {
            end = after;
            break;
        }
        at = after - 1;
    }
    *sentence = str_slice(text, 0, end);
    *rest = str_from(text, end);
    return true;
}

size_t words_count(struct str text)
{
    size_t count = 0;
    bool counted = false;
    while (text.len) {
        if (counted) { /* on to where the piece ends */
            counted = text.ptr[0] != ' ' && text.ptr[0] != '\n' && text.ptr[0] != '\t';
            text = (struct str){text.ptr + 1, text.len - 1};
            continue;
        }
        uint32_t rune = utf8_next(&text);
        counted = (rune >= '0' && rune <= '9') || norwegian_letter(rune) != LETTER_NONE;
        count += counted;
    }
    return count;
}

bool words_begin_with_letter(struct str text)
{
    return text.len && norwegian_letter(utf8_next(&text)) != LETTER_NONE;
}

bool words_have_capitals(struct str text)
{
    bool before = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        bool capital = byte >= 'A' && byte <= 'Z';
        if (byte < 0x80) { /* as nearly all are */
            if (capital && before)
                return true;
            before = capital;
            continue;
        }
        if (byte >= 0xC3) { /* È to Þ; of other letters we need not know */
            unsigned char next = i + 1 < text.len ? (unsigned char)text.ptr[i + 1] : 0;
            capital = byte > 0xC3 || next < 0x9F;
        } else if (byte >= 0x80) {
            continue;
        }
        if (capital && before)
            return true;
        before = capital;
    }
    return false;
}

struct str words_quoted(struct arena *arena, struct str text)
{
    enum { QUOTED_MAX = 80 };
    size_t len = utf8_skip(text, QUOTED_MAX);
    return len < text.len ? STR_JOIN(arena, str_slice(text, 0, len), STR("…")) : text;
}

bool words_are_vague(struct str text, const struct language *language)
{
    return language_has(language, WORDS_VAGUE, text, str_eq);
}

static bool is_roman(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (str_find_byte(STR("IVXLC"), text.ptr[i]) == SIZE_MAX)
            return false;
    return true;
}

bool words_is_familiar(struct str abbreviation)
{
    return languages_have(WORDS_FAMILIAR, abbreviation, str_eq) || is_roman(abbreviation);
}
