#include "base/utf8.h"

#include <string.h>

/*
 * Returns the length of the well-formed sequence at the front, or 0 (Unicode, table 3-7).
 * Four leading bytes narrow the second: 0xE0 and 0xF0 to forbid overlong forms, 0xED
 * to forbid surrogates, 0xF4 to end at U+10FFFF.
 */
static size_t sequence(const unsigned char *s, size_t left)
{
    unsigned char lead = s[0];
    if (lead < 0x80)
        return 1;
    size_t len = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || len > left)
        return 0;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < len; i++)
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

/* It is asked of whole texts, so eight bytes are looked at at a time. */
size_t utf8_ascii_until(struct str s)
{
    size_t at = 0;
    for (uint64_t eight; at + sizeof eight <= s.len; at += sizeof eight) {
        memcpy(&eight, s.ptr + at, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < s.len && (unsigned char)s.ptr[at] < 0x80)
        at++;
    return at;
}

size_t utf8_valid_until(struct str s)
{
    for (size_t at = 0, len;; at += len) {
        at += utf8_ascii_until(str_from(s, at));
        len = at < s.len ? sequence((const unsigned char *)s.ptr + at, s.len - at) : 0;
        if (len == 0)
            return at;
    }
}

uint32_t utf8_next(struct str *rest)
{
    const unsigned char *s = (const unsigned char *)rest->ptr;
    uint32_t rune = s[0];
    size_t len = rune < 0xC0 ? 1 : rune < 0xE0 ? 2 : rune < 0xF0 ? 3 : 4;
    if (len > rest->len) {
        *rest = str_from(*rest, rest->len);
        return 0xFFFD;
    }
    if (len == 4)
        rune = (rune & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 | (uint32_t)(s[2] & 0x3F) << 6 |
               (s[3] & 0x3F);
    else if (len == 3)
        rune = (rune & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    else if (len == 2)
        rune = (rune & 0x1F) << 6 | (s[1] & 0x3F);
    *rest = str_from(*rest, len);
    return rune;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

enum { EIGHT = sizeof(uint64_t) };

/*
 * Whether eight bytes are all from 0x20 to 0x7E: then no byte has its highest bit, nor gets it
 * when 1 is added or 0x20 is taken away. Only a byte below 0x20 borrows from the next.
 */
static bool are_printable(const char *bytes)
{
    const uint64_t each = 0x0101010101010101;
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return ((eight | (eight + each) | (eight - 0x20 * each)) & 0x80 * each) == 0;
}

/* Returns how many of eight bytes start a code point; the two highest bits of the others are 10. */
static size_t count_starts(const char *bytes)
{
    const uint64_t each = 0x0101010101010101;
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    uint64_t others = (eight & ~(eight << 1)) >> 7 & each;
    return EIGHT - (size_t)(others * each >> 56);
}

size_t utf8_skip(struct str s, size_t count)
{
    size_t at = 0;
    for (; count >= EIGHT && s.len - at >= EIGHT; at += EIGHT)
        count -= count_starts(s.ptr + at);
    for (; at < s.len && (count || (at && is_continuation(s.ptr[at]))); at++)
        count -= !is_continuation(s.ptr[at]);
    return at;
}

size_t utf8_plain_until(struct str s)
{
    size_t at = 0;
    while (at < s.len) {
        unsigned char byte = (unsigned char)s.ptr[at];
        if (s.len - at >= EIGHT && are_printable(s.ptr + at))
            at += EIGHT;
        else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte >= 0x7F)
            break;
        else
            at++;
    }
    return at;
}

size_t utf8_count(struct str s)
{
    size_t count = 0, at = 0;
    for (; s.len - at >= EIGHT; at += EIGHT)
        count += count_starts(s.ptr + at);
    for (; at < s.len; at++)
        count += !is_continuation(s.ptr[at]);
    return count;
}

const struct utf8_range utf8_control[UTF8_CONTROL] = {{0x00, 0x08}, {0x0B, 0x1F}, {0x7F, 0x9F}};

const struct utf8_range utf8_hidden[UTF8_HIDDEN] = {
    {0x061C, 0x061C},   {0x180E, 0x180E},   {0x200B, 0x200B},     {0x200E, 0x200F},
    {0x202A, 0x202E},   {0x2060, 0x206F},   {0xFDD0, 0xFDEF},     {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},   {0xFFFE, 0xFFFF},   {0x1FFFE, 0x1FFFF},   {0x2FFFE, 0x2FFFF},
    {0x3FFFE, 0x3FFFF}, {0x4FFFE, 0x4FFFF}, {0x5FFFE, 0x5FFFF},   {0x6FFFE, 0x6FFFF},
    {0x7FFFE, 0x7FFFF}, {0x8FFFE, 0x8FFFF}, {0x9FFFE, 0x9FFFF},   {0xAFFFE, 0xAFFFF},
    {0xBFFFE, 0xBFFFF}, {0xCFFFE, 0xCFFFF}, {0xDFFFE, 0xDFFFF},   {0xE0000, 0xE007F},
    {0xEFFFE, 0xEFFFF}, {0xFFFFE, 0xFFFFF}, {0x10FFFE, 0x10FFFF},
};

/* The ranges are in order, and nearly all runes of a text lie before them. */
static bool is_within(const struct utf8_range *ranges, size_t count, uint32_t rune)
{
    size_t i = 0;
    while (i < count && ranges[i].last < rune)
        i++;
    return i < count && ranges[i].first <= rune;
}

bool utf8_is_control(uint32_t rune)
{
    return is_within(utf8_control, UTF8_CONTROL, rune);
}

bool utf8_is_hidden(uint32_t rune)
{
    return is_within(utf8_hidden, UTF8_HIDDEN, rune);
}

bool utf8_is_blank(uint32_t rune)
{
    return rune == ' ' || rune == '\t' || rune == 0xA0 || rune == 0x1680 ||
           (rune >= 0x2000 && rune <= 0x200A) || rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

bool utf8_is_dash(uint32_t rune)
{
    return rune == '-' || (rune >= 0x2010 && rune <= 0x2015) || rune == 0x2212 || rune == 0xFF0D;
}
