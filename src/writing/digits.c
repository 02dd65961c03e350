#include "writing/digits.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* What one character between two digits is. */
enum sign { SIGN_ENDS, SIGN_UNSEEN, SIGN_BLANK, SIGN_SHOWN };

static enum sign sign_of(uint32_t rune)
{
    if (rune == 0xAD || rune == 0x200B || rune == 0x200C || rune == 0x200D || rune == 0x2060 ||
        rune == '*' || rune == '_' || rune == '`' || rune == '\\')
        return SIGN_UNSEEN;
    if (utf8_is_blank(rune) || rune == '\n')
        return SIGN_BLANK;
    bool shown = utf8_is_dash(rune) || rune == '.' || rune == '/' || rune == ',' || rune == '+' ||
                 rune == 0xB7 || rune == 0x2044 || rune == 0x2022;
    return shown ? SIGN_SHOWN : SIGN_ENDS;
}

/* Takes a hexadecimal or decimal number off the front; at most `most` digits. */
static uint32_t take_number(struct str *rest, uint32_t base, size_t most)
{
    uint32_t number = 0;
    for (size_t i = 0; i < most && rest->len; i++) {
        int value = ascii_hex(rest->ptr[0]);
        if (value < 0 || (uint32_t)value >= base)
            break;
        number = number * base + (uint32_t)value;
        *rest = str_from(*rest, 1);
    }
    return number;
}

static bool take(struct str *rest, struct str what)
{
    if (!str_starts(*rest, what))
        return false;
    *rest = str_from(*rest, what.len);
    return true;
}

/* The names of characters that stand between digits (HTML, 13.5). */
static uint32_t named_entity(struct str name)
{
    static const struct {
        struct str name;
        uint32_t rune;
    } entities[] = {
        {STR_INIT("nbsp"), 0xA0},     {STR_INIT("ensp"), 0x2002},   {STR_INIT("emsp"), 0x2003},
        {STR_INIT("emsp13"), 0x2004}, {STR_INIT("emsp14"), 0x2005}, {STR_INIT("numsp"), 0x2007},
        {STR_INIT("puncsp"), 0x2008}, {STR_INIT("thinsp"), 0x2009}, {STR_INIT("hairsp"), 0x200A},
        {STR_INIT("Tab"), '\t'},      {STR_INIT("NewLine"), '\n'},  {STR_INIT("shy"), 0xAD},
        {STR_INIT("zwnj"), 0x200C},   {STR_INIT("zwj"), 0x200D},    {STR_INIT("NoBreak"), 0x2060},
        {STR_INIT("hyphen"), 0x2010}, {STR_INIT("dash"), 0x2010},   {STR_INIT("ndash"), 0x2013},
        {STR_INIT("mdash"), 0x2014},  {STR_INIT("minus"), 0x2212},  {STR_INIT("sol"), '/'},
        {STR_INIT("period"), '.'},    {STR_INIT("middot"), 0xB7},   {STR_INIT("comma"), ','},
    };
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (str_eq(name, entities[i].name))
            return entities[i].rune;
    return 0;
}

/* Takes an entity, which begins with `&`; returns 0 when it is none that is known. */
static uint32_t take_entity(struct str *rest)
{
    enum { LETTERS_MAX = 8 };
    struct str left = str_from(*rest, 1);
    uint32_t rune;
    if (take(&left, STR("#x")) || take(&left, STR("#X"))) {
        rune = take_number(&left, 16, 6);
    } else if (take(&left, STR("#"))) {
        rune = take_number(&left, 10, 7);
    } else {
        size_t len =
            str_find_byte(str_slice(left, 0, left.len < LETTERS_MAX ? left.len : LETTERS_MAX), ';');
        if (len == SIZE_MAX)
            return 0;
        rune = named_entity(str_slice(left, 0, len));
        left = str_from(left, len);
    }
    if (rune == 0 || !take(&left, STR(";")))
        return 0;
    *rest = left;
    return rune;
}

/* Takes %20 and %C2%A0 of an address, \u00A0 and \xA0 of YAML; returns 0 for others. */
static uint32_t take_escape(struct str *rest)
{
    struct str left = *rest;
    uint32_t rune = 0;
    if (take(&left, STR("%C2%")) || take(&left, STR("%c2%")) || take(&left, STR("%")) ||
        take(&left, STR("\\x")))
        rune = take_number(&left, 16, 2);
    else if (take(&left, STR("\\u")))
        rune = take_number(&left, 16, 4);
    if (rune)
        *rest = left;
    return rune;
}

/* Takes the next character, whichever way it is written. */
static uint32_t take_rune(struct str *rest)
{
    char c = rest->ptr[0];
    uint32_t rune = c == '&' ? take_entity(rest) : c == '%' || c == '\\' ? take_escape(rest) : 0;
    return rune ? rune : utf8_next(rest);
}

/* Returns 0 … 9, or -1. */
static int digit_of(uint32_t rune)
{
    if (rune >= '0' && rune <= '9')
        return (int)(rune - '0');
    return rune >= 0xFF10 && rune <= 0xFF19 ? (int)(rune - 0xFF10) : -1;
}

bool digits_begin(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    return ascii_is_digit(text.ptr[at]) ||
           (str_starts(rest, STR("\xEF\xBC")) && digit_of(utf8_next(&rest)) >= 0);
}

static enum digit_gap wider(enum digit_gap gap, enum sign sign)
{
    if (sign == SIGN_UNSEEN)
        return gap;
    return sign == SIGN_BLANK && gap == GAP_NONE ? GAP_BLANK : GAP_SIGNS;
}

/* Takes what stands before the next digit, and that digit; -1 when there is none. */
static int next_digit(struct str *rest, enum digit_gap *gap)
{
    enum { SIGNS_MAX = 16 };
    *gap = GAP_NONE;
    for (size_t signs = 0; rest->len && signs <= SIGNS_MAX; signs++) {
        uint32_t rune = take_rune(rest);
        enum sign sign = sign_of(rune);
        if (digit_of(rune) >= 0)
            return digit_of(rune);
        if (sign == SIGN_ENDS)
            return -1;
        *gap = wider(*gap, sign);
    }
    return -1;
}

void digits_read(struct digits *digits, struct str text, size_t at)
{
    digits->count = 0;
    for (struct str rest = str_from(text, at); digits->count < DIGITS_MAX;) {
        enum digit_gap gap;
        int digit = next_digit(&rest, &gap);
        if (digit < 0)
            return;
        digits->digit[digits->count] = (char)('0' + digit);
        digits->before[digits->count] = gap;
        digits->end[digits->count++] = text.len - rest.len;
    }
}

uint32_t digits_gaps(const struct digits *digits, size_t count)
{
    uint32_t gaps = 0;
    for (size_t i = 1; i < count; i++)
        if (digits->before[i] != GAP_NONE)
            gaps |= 1u << i;
    return gaps;
}

bool digits_end(const struct digits *digits, size_t count)
{
    return digits->count == count || (digits->count > count && digits->before[count] != GAP_NONE);
}
