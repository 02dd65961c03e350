#include "writing/words.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/norwegian.h"
#include "base/utf8.h"

/* All languages in one table, each word with those that have it. */
enum {
    NORWEGIAN = 1 << LANGUAGE_NORWEGIAN,
    ENGLISH = 1 << LANGUAGE_ENGLISH,
    EVERY_LANGUAGE = NORWEGIAN | ENGLISH | 1 << LANGUAGE_OTHER,
};

struct known {
    const char *word;
    unsigned languages;
};

/* Without their last full stop; in small letters. Those with one inside need not be here. */
static const struct known abbreviations[] = {
    {"adm", NORWEGIAN},       {"art", NORWEGIAN},  {"ass", NORWEGIAN},      {"avd", NORWEGIAN},
    {"avg", NORWEGIAN},       {"bd", NORWEGIAN},   {"ca", EVERY_LANGUAGE},  {"dir", NORWEGIAN},
    {"dvs", NORWEGIAN},       {"ed", ENGLISH},     {"eks", NORWEGIAN},      {"ekskl", NORWEGIAN},
    {"ev", NORWEGIAN},        {"evt", NORWEGIAN},  {"fig", EVERY_LANGUAGE}, {"forts", NORWEGIAN},
    {"fr", NORWEGIAN},        {"fru", NORWEGIAN},  {"gj", NORWEGIAN},       {"hhv", NORWEGIAN},
    {"innst", NORWEGIAN},     {"inkl", NORWEGIAN}, {"iflg", NORWEGIAN},     {"jf", NORWEGIAN},
    {"jfr", NORWEGIAN},       {"jmf", NORWEGIAN},  {"kap", NORWEGIAN},      {"kgl", NORWEGIAN},
    {"kl", NORWEGIAN},        {"kr", NORWEGIAN},   {"maks", NORWEGIAN},     {"meld", NORWEGIAN},
    {"mht", NORWEGIAN},       {"mill", NORWEGIAN}, {"min", EVERY_LANGUAGE}, {"mrd", NORWEGIAN},
    {"mnd", NORWEGIAN},       {"nr", NORWEGIAN},   {"obs", NORWEGIAN},      {"ot", NORWEGIAN},
    {"pga", NORWEGIAN},       {"pkt", NORWEGIAN},  {"prop", NORWEGIAN},     {"prp", NORWEGIAN},
    {"prof", EVERY_LANGUAGE}, {"red", NORWEGIAN},  {"ref", EVERY_LANGUAGE}, {"res", NORWEGIAN},
    {"sek", NORWEGIAN},       {"skr", NORWEGIAN},  {"sml", NORWEGIAN},      {"st", EVERY_LANGUAGE},
    {"stk", NORWEGIAN},       {"sst", NORWEGIAN},  {"tab", NORWEGIAN},      {"tlf", NORWEGIAN},
    {"vedr", NORWEGIAN},      {"vha", NORWEGIAN},  {"vol", EVERY_LANGUAGE}, {"vs", EVERY_LANGUAGE},
    {"mr", ENGLISH},          {"mrs", ENGLISH},    {"ms", ENGLISH},         {"dr", EVERY_LANGUAGE},
    {"approx", ENGLISH},      {"no", ENGLISH},     {"nos", ENGLISH},        {"eq", ENGLISH},
    {"cf", ENGLISH},          {"pp", ENGLISH},     {"jr", EVERY_LANGUAGE},  {"sr", EVERY_LANGUAGE},
};

/* Abbreviations that may end a sentence, and do when a capital comes after. */
static const struct known closing[] = {
    {"osv", NORWEGIAN},  {"m.m", NORWEGIAN},  {"m.fl", NORWEGIAN}, {"mv", NORWEGIAN},
    {"m.v", NORWEGIAN},  {"o.l", NORWEGIAN},  {"e.l", NORWEGIAN},  {"o.a", NORWEGIAN},
    {"mm", NORWEGIAN},   {"mfl", NORWEGIAN},  {"ol", NORWEGIAN},   {"etc", EVERY_LANGUAGE},
    {"e.kr", NORWEGIAN}, {"f.kr", NORWEGIAN}, {"a.m", ENGLISH},    {"p.m", ENGLISH},
};

/* Folded, as norwegian_put_words() leaves them. */
static const struct known vague[] = {
    {"her", NORWEGIAN},
    {"les her", NORWEGIAN},
    {"les mer", NORWEGIAN},
    {"les meir", NORWEGIAN},
    {"les mer her", NORWEGIAN},
    {"les meir her", NORWEGIAN},
    {"les mer om dette", NORWEGIAN},
    {"les meir om dette", NORWEGIAN},
    {"les videre", NORWEGIAN},
    {"les vidare", NORWEGIAN},
    {"klikk", NORWEGIAN},
    {"klikk her", NORWEGIAN},
    {"trykk her", NORWEGIAN},
    {"se her", NORWEGIAN},
    {"sja her", NORWEGIAN},
    {"se mer", NORWEGIAN},
    {"sja meir", NORWEGIAN},
    {"mer", NORWEGIAN},
    {"meir", NORWEGIAN},
    {"mer her", NORWEGIAN},
    {"meir her", NORWEGIAN},
    {"mer info", NORWEGIAN},
    {"meir info", NORWEGIAN},
    {"mer informasjon", NORWEGIAN},
    {"meir informasjon", NORWEGIAN},
    {"lenke", NORWEGIAN},
    {"lenkje", NORWEGIAN},
    {"lenken", NORWEGIAN},
    {"lenka", NORWEGIAN},
    {"lenkja", NORWEGIAN},
    {"denne lenken", NORWEGIAN},
    {"denne lenka", NORWEGIAN},
    {"denne lenkja", NORWEGIAN},
    {"lenke her", NORWEGIAN},
    {"denne siden", NORWEGIAN},
    {"denne sida", NORWEGIAN},
    {"dette", NORWEGIAN},
    {"nettside", NORWEGIAN},
    {"nettsiden", NORWEGIAN},
    {"nettsida", NORWEGIAN},
    {"last ned", NORWEGIAN},
    {"last ned her", NORWEGIAN},
    {"apne", NORWEGIAN},
    {"opne", NORWEGIAN},
    {"link", NORWEGIAN | ENGLISH},
    {"info", NORWEGIAN | ENGLISH},
    {"here", ENGLISH},
    {"click here", ENGLISH},
    {"click", ENGLISH},
    {"read more", ENGLISH},
    {"read more here", ENGLISH},
    {"read here", ENGLISH},
    {"more", ENGLISH},
    {"more here", ENGLISH},
    {"more info", ENGLISH},
    {"more information", ENGLISH},
    {"learn more", ENGLISH},
    {"see here", ENGLISH},
    {"see more", ENGLISH},
    {"this", ENGLISH},
    {"this link", ENGLISH},
    {"this page", ENGLISH},
    {"website", ENGLISH},
    {"web page", ENGLISH},
    {"download", ENGLISH},
    {"open", ENGLISH},
};

/* Better known than what they stand for. */
static const char *const familiar[] = {
    "AI",    "API",  "AS",  "ASA",  "BA",  "CSV",   "CV",   "DNA", "DVD", "EU",   "EØS",
    "EPUB",  "FAQ",  "FN",  "GPS",  "HMS", "HR",    "HTML", "IKT", "IT",  "IQ",   "JSON",
    "KI",    "LHBT", "LO",  "NATO", "NHO", "NORAD", "NRK",  "NSB", "NTB", "OK",   "OL",
    "PC",    "PDF",  "PIN", "QR",   "RSS", "SMS",   "TV",   "UK",  "UN",  "URL",  "US",
    "USA",   "USB",  "VM",  "WHO",  "WWW", "XML",   "YAML", "ID",  "CO",  "OECD", "IP",
    "SARIF", "UTF",  "VIP", "ZIP",  "MVA", "NB",    "PS",   "OBS", "EF",  "EFTA", "IMF",
};

enum word_language word_language_of(struct str language)
{
    if (str_eq(language, STR("nb")) || str_eq(language, STR("nn")))
        return LANGUAGE_NORWEGIAN;
    return str_eq(language, STR("en")) ? LANGUAGE_ENGLISH : LANGUAGE_OTHER;
}

static bool is_word(struct str text, const char *word)
{
    for (size_t i = 0; i < text.len; i++)
        if (ascii_lower(text.ptr[i]) != word[i]) /* the end of `word` is no byte of a text */
            return false;
    return word[text.len] == '\0';
}

static bool is_in_table(struct str text, enum word_language language, const struct known *known,
                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (known[i].languages & 1u << language && is_word(text, known[i].word))
            return true;
    return false;
}
#define IS_IN(text, language, table) \
    is_in_table(text, language, table, sizeof(table) / sizeof *(table))

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

static bool is_abbreviated(struct str word, enum word_language language)
{
    if (IS_IN(word, language, closing))
        return false;
    return has_short_parts(word) || is_initial(word) || IS_IN(word, language, abbreviations);
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

bool words_sentence(struct str *rest, enum word_language language, struct str *sentence)
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

bool words_are_vague(struct str text, enum word_language language)
{
    return IS_IN(text, language, vague);
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
    for (size_t i = 0; i < sizeof familiar / sizeof *familiar; i++)
        if (str_eq(abbreviation, str_of(familiar[i])))
            return true;
    return is_roman(abbreviation);
}
