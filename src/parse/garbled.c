#include "parse/garbled.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Windows-1252 from 0x80 to 0x9F (WHATWG, Encoding); 0: the byte is a control character. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* Returns the byte that was read as this character, in either encoding; or 0. */
static unsigned char byte_of(uint32_t rune)
{
    if (rune >= 0x80 && rune <= 0xFF)
        return (unsigned char)rune;
    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++)
        if (windows[i] == rune)
            return (unsigned char)(0x80 + i);
    return 0;
}

static bool is_follower(unsigned char byte)
{
    return byte >= 0x80 && byte <= 0xBF;
}

/*
 * Whether the byte is a sign that stands right after a capital letter in ordinary text, as
 * in «BLÅ», “BLÅ”, BLÅ… and BLÅ–GRØNN: then Å and the sign are no letter.
 */
static bool is_closing(unsigned char byte)
{
    static const unsigned char signs[] = {0x85, 0x92, 0x94, 0x96, 0x97, 0x99,
                                          0x9B, 0xAB, 0xAE, 0xB0, 0xB4, 0xBB};
    for (size_t i = 0; i < sizeof signs; i++)
        if (signs[i] == byte)
            return true;
    return false;
}

/* How many bytes of UTF-8 begin with these two, if what they make is likely; 0 if not. */
static size_t bytes_begun(unsigned char lead, unsigned char second)
{
    if (!is_follower(second))
        return 0;
    switch (lead) {
    case 0xC2: return second >= 0xA0 ? 2 : 0;     /* « » § ° and the hard blank */
    case 0xC3: return 2;                          /* Latin-1's letters */
    case 0xC4:                                    /* those of Sámi and others */
    case 0xC5: return is_closing(second) ? 0 : 2; /* in the next block */
    case 0xE2: return second <= 0x9F ? 3 : 0;     /* quotation marks, dashes, € and arrows */
    case 0xEF: return second >= 0xAC ? 3 : 0;     /* ligatures, marks of byte order */
    case 0xF0: return second == 0x9F ? 4 : 0;     /* pictures */
    default: return 0;
    }
}

/* Reads one garbled character at the front. Returns how many bytes it is meant to have been. */
static size_t bytes_of(struct str *rest, unsigned char bytes[4])
{
    size_t count = 2;
    for (size_t i = 0; i < count; i++) {
        struct str before = *rest;
        bytes[i] = rest->len ? byte_of(utf8_next(rest)) : 0;
        if (i == 2 && bytes[0] == 0xE2 && bytes[1] == 0x80 && !is_follower(bytes[2])) {
            bytes[2] = 0x9D; /* no character in Windows-1252, and often lost: the mark ” */
            *rest = before;
        }
        if (i > 0 && !is_follower(bytes[i]))
            return 0;
        if (i == 1)
            count = bytes_begun(bytes[0], bytes[1]);
    }
    return utf8_valid_until((struct str){(const char *)bytes, count}) == count ? count : 0;
}

/* Whether a character of two bytes begins a garbled one: it is  à Ä Å â ï or ð. */
static bool is_lead(struct str text)
{
    static const unsigned char seconds[] = {0x82, 0x83, 0x84, 0x85, 0xA2, 0xAF, 0xB0};
    if (text.len < 4 || (unsigned char)text.ptr[0] != 0xC3)
        return false;
    for (size_t i = 0; i < sizeof seconds; i++)
        if (seconds[i] == (unsigned char)text.ptr[1])
            return true;
    return false;
}

size_t garbled_len(struct str text)
{
    unsigned char bytes[4];
    struct str rest = text;
    return is_lead(text) && bytes_of(&rest, bytes) ? text.len - rest.len : 0;
}

/* Puts the text with its garbled characters as they were meant. True if there were any. */
static bool put_meant(struct buf *out, struct str text)
{
    bool any = false;
    while (text.len) {
        unsigned char bytes[4];
        struct str rest = text;
        size_t count = garbled_len(text) ? bytes_of(&rest, bytes) : 0;
        if (!count) {
            rest = text;
            utf8_next(&rest);
        }
        buf_put(out, count ? (struct str){(const char *)bytes, count}
                           : str_slice(text, 0, text.len - rest.len));
        any |= count > 0;
        text = rest;
    }
    return any;
}

struct str garbled_meant(struct arena *arena, struct str text)
{
    enum { TIMES_MAX = 3 };
    for (size_t i = 0; i < TIMES_MAX; i++) {
        struct buf out = BUF_INIT;
        bool any = put_meant(&out, text);
        text = buf_finish(&out, arena);
        if (!any)
            break;
    }
    return text;
}

struct str garbled_letter(struct arena *arena, unsigned char byte)
{
    uint32_t rune = byte >= 0xA0 ? byte : byte >= 0x80 ? windows[byte - 0x80] : 0;
    struct buf out = BUF_INIT;
    if (!rune)
        return (struct str){0};
    buf_rune(&out, rune);
    return buf_finish(&out, arena);
}
