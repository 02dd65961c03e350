#include "base/norwegian.h"

#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/utf8.h"

/*
 * Letters that are not a base letter with a mark. Those that Norwegian has are
 * decided before decomposition, which would make an a of å.
 */
static const struct {
    uint32_t rune;
    const char *fold;
} letters[] = {
    {0xE6, "ae"}, {0xE4, "ae"}, {0xF8, "o"},   {0xF6, "o"},   {0xE5, "a"},
    {0xF0, "d"},  {0xFE, "th"}, {0x111, "d"},  {0x14B, "ng"}, {0x167, "t"},
    {0x142, "l"}, {0xDF, "ss"}, {0x153, "oe"}, {0x131, "i"},  {0x127, "h"},
};

static const char *letter_fold(uint32_t rune)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i].rune == rune)
            return letters[i].fold;
    return NULL;
}

void norwegian_put_letters(struct buf *out)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        buf_put(out, i ? STR(" ") : STR(""));
        buf_rune(out, letters[i].rune);
        buf_put(out, str_of(letters[i].fold));
    }
}

bool norwegian_is_mark(uint32_t rune)
{
    if (rune < 0x300)
        return rune == 0xAD;
    const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)rune);
    bool marks =
        property->category >= UTF8PROC_CATEGORY_MN && property->category <= UTF8PROC_CATEGORY_ME;
    return marks || property->combining_class || property->ignorable;
}

/* How far there are never more than NORWEGIAN_MARKS_MAX marks in a row. */
static size_t stream_safe_until(struct str text)
{
    enum { MARK_BYTES = 2 }; /* at the least */
    size_t marks = 0;
    if (text.len <= MARK_BYTES * NORWEGIAN_MARKS_MAX)
        return text.len;
    for (struct str rest = text; rest.len;) {
        size_t at = text.len - rest.len;
        marks = norwegian_is_mark(utf8_next(&rest)) ? marks + 1 : 0;
        if (marks > NORWEGIAN_MARKS_MAX)
            return at;
    }
    return text.len;
}

/* Takes what is stream-safe off the front of a text, and returns what utf8proc_map() makes of it.
 */
static struct buf map_next(struct str *text, utf8proc_option_t options)
{
    size_t end = stream_safe_until(*text);
    utf8proc_uint8_t *result = NULL;
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)text->ptr, (utf8proc_ssize_t)end, &result, options);
    if (len < 0)
        die("utf8proc: %s", utf8proc_errmsg(len));
    *text = str_from(*text, end);
    return (struct buf){.ptr = (char *)result, .len = (size_t)len, .cap = (size_t)len};
}

/* The same of all of a text; the caller frees the result with buf_release(). */
static struct buf mapped(struct str text, utf8proc_option_t options)
{
    struct buf all = map_next(&text, options);
    while (text.len) {
        struct buf more = map_next(&text, options);
        buf_put(&all, buf_str(&more));
        buf_release(&more);
    }
    return all;
}

static void put_folded(struct buf *out, uint32_t rune)
{
    const char *fold = letter_fold(rune);
    if (fold)
        buf_put(out, str_of(fold));
    else
        buf_rune(out, rune);
}

/* Puts the base letters of one lower-case code point; a sign such as ™ has capitals in it. */
static void put_base(struct buf *out, uint32_t rune)
{
    enum { PARTS = 32 };
    utf8proc_int32_t parts[PARTS];
    int boundary = 0;
    if (rune < 0x80 || letter_fold(rune)) {
        put_folded(out, rune);
        return;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)rune, parts, PARTS,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < PARTS; i++)
        put_folded(out, (uint32_t)parts[i]);
}

/*
 * How many bytes a letter has if it is ASCII or one of æøåÆØÅ, which are most of
 * what there is and need no table; 0 for all others.
 */
static size_t plain_len(const char *letter)
{
    if ((unsigned char)letter[0] < 0x80)
        return 1;
    if (letter[0] != '\xC3')
        return 0;
    switch ((unsigned char)letter[1]) {
    case 0xA6:
    case 0xB8:
    case 0xA5:
    case 0x86:
    case 0x98:
    case 0x85: return 2;
    default: return 0;
    }
}

/* How far there are only plain letters, and none that a mark may come after. */
static size_t plain_until(struct str text)
{
    size_t last = 0;
    for (size_t at = 0, len; at < text.len; last = at, at += len)
        if ((len = plain_len(text.ptr + at)) == 0)
            return last;
    return text.len;
}

/* æ, ø and å are 0xC3 and a second byte; bit 0x20 of the second is the case. */
static void put_plain(struct buf *out, struct str text)
{
    char folded[256];
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte < 0x80)
            folded[len++] = ascii_lower(text.ptr[i]);
        else if ((byte & 0x1F) == 0x18)
            folded[len++] = 'o';
        else if (byte != 0xC3)
            folded[len++] = 'a';
        if (byte >= 0x80 && (byte & 0x1F) == 0x06)
            folded[len++] = 'e';
        if (len + 2 > sizeof folded || i + 1 == text.len) {
            buf_put(out, (struct str){folded, len});
            len = 0;
        }
    }
}

static void fold_runes(struct buf *out, struct str text)
{
    struct buf composed =
        mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    for (struct str rest = buf_str(&composed); rest.len;)
        put_base(out, utf8_next(&rest));
    buf_release(&composed);
}

void norwegian_fold(struct buf *out, struct str text)
{
    while (text.len) {
        size_t plain = plain_until(text);
        put_plain(out, str_slice(text, 0, plain));
        text = str_from(text, plain);
        size_t end = text.len ? plain_len(text.ptr) : 0; /* it may be the base of a mark */
        while (end < text.len && plain_len(text.ptr + end) == 0)
            end++;
        if (end)
            fold_runes(out, str_slice(text, 0, end));
        text = str_from(text, end);
    }
}

static bool belongs_to_words(uint32_t rune)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* Where the run from `at` ends of what belongs to words, or of what does not. */
static size_t run_end(struct str text, size_t at, bool of_words)
{
    for (size_t next; at < text.len; at = next) {
        bool belongs = ascii_is_alphanumeric(text.ptr[at]);
        next = at + 1;
        if ((unsigned char)text.ptr[at] >= 0x80) {
            next = at + (at + 1 < text.len ? plain_len(text.ptr + at) : 0);
            belongs = next > at; /* æ, ø or å */
        }
        if (next == at) {
            struct str rest = str_from(text, at);
            belongs = belongs_to_words(utf8_next(&rest));
            next = text.len - rest.len;
        }
        if (belongs != of_words)
            break;
    }
    return at;
}

bool norwegian_word(struct str *rest, struct str *word)
{
    size_t start = run_end(*rest, 0, false);
    size_t end = run_end(*rest, start, true);
    *word = str_slice(*rest, start, end);
    *rest = str_from(*rest, end);
    return word->len > 0;
}

void norwegian_put_capital(struct buf *out, struct str text)
{
    if (text.len == 0)
        return;
    buf_rune(out, (uint32_t)utf8proc_toupper((utf8proc_int32_t)utf8_next(&text)));
    buf_put(out, text);
}

void norwegian_put_words(struct buf *out, struct str text)
{
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, text);
    bool more = false;
    for (struct str rest = buf_str(&folded), word; norwegian_word(&rest, &word); more = true) {
        if (more)
            buf_byte(out, ' ');
        buf_put(out, word);
    }
    buf_release(&folded);
}

struct str norwegian_words(struct arena *arena, struct str text)
{
    struct buf words = BUF_INIT;
    norwegian_put_words(&words, text);
    return buf_finish(&words, arena);
}

/*
 * Whether a text may have something to compose. No character below U+0300 has, and none of
 * U+2000 to U+207F, where dashes and quotation marks are.
 */
static bool may_compose(struct str text)
{
    for (size_t i = 0; (i += utf8_ascii_until(str_from(text, i))) < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        bool dash = byte == 0xE2 && i + 1 < text.len &&
                    (text.ptr[i + 1] == '\x80' || text.ptr[i + 1] == '\x81');
        if (byte >= 0xCC && !dash)
            return true;
    }
    return false;
}

struct str norwegian_composed(struct arena *arena, struct str text)
{
    if (!may_compose(text))
        return text;
    struct buf composed = mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (str_eq(buf_str(&composed), text)) {
        buf_release(&composed);
        return text;
    }
    return buf_finish(&composed, arena);
}

/* Whether a text looks as it is written: no two blanks together, and none at its ends. */
static bool is_plain_look(struct str text)
{
    bool blank = true;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        bool plain =
            byte < 0x80 ? byte > ' ' || (byte == ' ' && !blank) : byte < 0xCC && byte != 0xC2;
        if (!plain)
            return false;
        blank = byte == ' ';
    }
    return !blank;
}

void norwegian_put_look(struct buf *out, struct str text)
{
    struct buf composed = {0};
    if (is_plain_look(text)) {
        buf_put(out, text);
        return;
    }
    if (may_compose(text)) {
        composed = mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
        text = buf_str(&composed);
    }
    bool begun = false, apart = false; /* blanks since the last letter */
    while (text.len) {
        struct str before = text;
        bool blank = blank_hard_len(text) || ascii_is_space(text.ptr[0]);
        uint32_t rune = utf8_next(&text);
        apart |= blank;
        if (blank || rune == 0xAD || rune == 0x200C || rune == 0x200D)
            continue;
        if (begun && apart)
            buf_byte(out, ' ');
        buf_put(out, str_slice(before, 0, before.len - text.len));
        begun = true;
        apart = false;
    }
    buf_release(&composed);
}

struct str norwegian_alike(struct arena *arena, struct str text)
{
    struct buf look = BUF_INIT, folded = BUF_INIT;
    norwegian_put_look(&look, text);
    norwegian_fold(&folded, buf_str(&look));
    buf_release(&look);
    return buf_finish(&folded, arena);
}

enum letter_kind norwegian_letter(uint32_t rune)
{
    if (rune < 0x80) {
        bool small = rune >= 'a' && rune <= 'z', capital = rune >= 'A' && rune <= 'Z';
        return small ? LETTER_SMALL : capital ? LETTER_CAPITAL : LETTER_NONE;
    }
    switch (utf8proc_category((utf8proc_int32_t)rune)) {
    case UTF8PROC_CATEGORY_LL: return LETTER_SMALL;
    case UTF8PROC_CATEGORY_LU: return LETTER_CAPITAL;
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return LETTER_OTHER;
    default: return LETTER_NONE;
    }
}

/* Weights of the key's first level: signs, digits, letters, then the three last letters. */
enum {
    WEIGHT_SIGN = 1,
    WEIGHT_DIGIT = 2,
    WEIGHT_A = 16,
    WEIGHT_AE = 42,
    WEIGHT_OE,
    WEIGHT_AA,
    WEIGHT_OTHER
};

static int last_letter(uint32_t rune)
{
    switch (rune) {
    case 0xE6:
    case 0xE4: return WEIGHT_AE;
    case 0xF8:
    case 0xF6: return WEIGHT_OE;
    case 0xE5: return WEIGHT_AA;
    default: return 0;
    }
}

static void put_weight(struct buf *key, uint32_t part)
{
    utf8proc_category_t category =
        part < 0x80 ? UTF8PROC_CATEGORY_CN : utf8proc_category((utf8proc_int32_t)part);
    if (part >= 'a' && part <= 'z') {
        buf_byte(key, (char)(WEIGHT_A + (part - 'a')));
    } else if (part >= '0' && part <= '9') {
        buf_byte(key, (char)(WEIGHT_DIGIT + (part - '0')));
    } else if (category && category <= UTF8PROC_CATEGORY_LO) {
        buf_byte(key, WEIGHT_OTHER);
        buf_rune(key, part);
    } else {
        buf_byte(key, WEIGHT_SIGN);
    }
}

static void put_weights(struct buf *key, uint32_t rune)
{
    struct buf base = BUF_INIT;
    if (rune < 0x80) {
        put_weight(key, rune);
        return;
    }
    put_base(&base, rune);
    for (struct str rest = buf_str(&base); rest.len;)
        put_weight(key, utf8_next(&rest));
    buf_release(&base);
}

struct str norwegian_key(struct arena *arena, struct str text, enum norwegian_order order)
{
    struct buf key = BUF_INIT;
    struct buf lower = mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE | UTF8PROC_CASEFOLD);
    struct str rest = buf_str(&lower);
    while (rest.len) {
        bool double_a = order == NORWEGIAN_NAMES && str_starts(rest, STR("aa"));
        uint32_t rune = utf8_next(&rest);
        int last = double_a ? WEIGHT_AA : last_letter(rune);
        if (double_a)
            utf8_next(&rest);
        if (last)
            buf_byte(&key, (char)last);
        else
            put_weights(&key, rune);
    }
    /* Between equals: accents, then capitals, then whatever bytes differ. */
    buf_byte(&key, '\0');
    buf_put(&key, buf_str(&lower));
    buf_byte(&key, '\0');
    buf_put(&key, text);
    buf_release(&lower);
    return buf_finish(&key, arena);
}

const char *norwegian_version(void)
{
    return utf8proc_version();
}
