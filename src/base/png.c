#include "base/png.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/colour.h"
#include "base/packer.h"

enum { PARTS = 3 }; /* bytes of a pixel */

static void put_big_endian(struct buf *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_byte(out, (char)(number >> shift & 0xff));
}

static void put_chunk(struct buf *out, const char *name, struct str body)
{
    struct buf chunk = BUF_INIT;
    buf_put(&chunk, str_of(name));
    buf_put(&chunk, body);
    put_big_endian(out, (uint32_t)body.len);
    buf_put(out, buf_str(&chunk));
    put_big_endian(out, packer_crc(buf_str(&chunk)));
    buf_release(&chunk);
}

/*
 * Packing: DEFLATE (RFC 1951) with its fixed codes, of runs of equal pixels only.
 */

struct code {
    uint16_t bits; /* in the order in which they stand, the first one lowest */
    uint16_t count;
};

enum { END = 256, SYMBOLS = 288, DISTANCE_BITS = 5 };

struct bits {
    struct buf *out;
    uint32_t held;
    unsigned count; /* of those held, the first one lowest */
    struct code codes[SYMBOLS];
};

static void put_bits(struct bits *bits, uint32_t value, unsigned count)
{
    bits->held |= value << bits->count;
    for (bits->count += count; bits->count >= 8; bits->count -= 8) {
        buf_byte(bits->out, (char)(bits->held & 0xff));
        bits->held >>= 8;
    }
}

/* A code begins with its highest bit, unlike numbers. */
static struct code turned_code(uint32_t code, unsigned count)
{
    uint32_t turned = 0;
    for (unsigned i = 0; i < count; i++)
        turned |= (code >> i & 1) << (count - 1 - i);
    return (struct code){(uint16_t)turned, (uint16_t)count};
}

/* Section 3.2.6: a byte, the end (256), or which lengths a run is of (from 257 on). */
static struct code fixed_code(uint32_t symbol)
{
    return symbol < 144   ? turned_code(0x30 + symbol, 8)
           : symbol < 256 ? turned_code(0x190 + symbol - 144, 9)
           : symbol < 280 ? turned_code(symbol - 256, 7)
                          : turned_code(0xc0 + symbol - 280, 8);
}

static void put_symbol(struct bits *bits, uint32_t symbol)
{
    put_bits(bits, bits->codes[symbol].bits, bits->codes[symbol].count);
}

enum { RUN_MIN = 3, RUN_MAX = 258 };

/* Says that the bytes of the pixel before come again. Section 3.2.5. */
static void put_run(struct bits *bits, uint32_t len)
{
    enum { SAME_PIXEL = PARTS - 1 }; /* the distance */
    uint32_t over = len - RUN_MIN;
    unsigned extra = 0;
    if (len == RUN_MAX) {
        put_symbol(bits, 285);
    } else {
        while (over >> extra >= 8)
            extra++;
        put_symbol(bits, 257 + 4 * extra + (over >> extra));
        put_bits(bits, over & ((1u << extra) - 1), extra);
    }
    put_bits(bits, turned_code(SAME_PIXEL, DISTANCE_BITS).bits, DISTANCE_BITS);
}

static size_t run_len(struct str bytes, size_t at)
{
    enum { EIGHT = sizeof(uint64_t) };
    size_t len = 0, left = bytes.len - at, most = left < RUN_MAX ? left : RUN_MAX;
    if (at < PARTS)
        return 0;
    const char *here = bytes.ptr + at, *before = here - PARTS;
    if (memcmp(here, before, most) == 0) /* as most are, of what is flat */
        return most;
    while (len + EIGHT <= most && memcmp(here + len, before + len, EIGHT) == 0)
        len += EIGHT;
    while (len < most && here[len] == before[len])
        len++;
    return len;
}

static void put_packed(struct buf *out, struct str bytes)
{
    enum { LAST_BLOCK = 1, FIXED_CODES = 1 };
    struct bits bits = {.out = out};
    for (uint32_t symbol = 0; symbol < SYMBOLS; symbol++)
        bits.codes[symbol] = fixed_code(symbol);
    buf_put(out, STR("\x78\x01"));
    put_bits(&bits, LAST_BLOCK, 1);
    put_bits(&bits, FIXED_CODES, 2);
    for (size_t i = 0; i < bytes.len;) {
        size_t len = run_len(bytes, i);
        if (len >= RUN_MIN)
            put_run(&bits, (uint32_t)len);
        else
            put_symbol(&bits, (uint8_t)bytes.ptr[i]);
        i += len >= RUN_MIN ? len : 1;
    }
    put_symbol(&bits, END);
    put_bits(&bits, 0, 7);
    put_big_endian(out, packer_adler(bytes));
}

/* What a row differs by from the one above. Most of a flat drawing does not, and is 0. */
static void put_difference(char *room, const unsigned char *row, const unsigned char *above,
                           size_t len)
{
    enum { SOME = 64 };
    memset(room, 0, len);
    for (size_t at = 0, end; at < len; at = end) {
        end = len - at < SOME ? len : at + SOME;
        if (memcmp(row + at, above + at, end - at) == 0)
            continue;
        for (size_t i = at; i < end; i++)
            room[i] = (char)(row[i] - above[i]);
    }
}

/* Each row by the filter Up. Above the first stand zeros. */
static void put_filtered_rows(struct buf *out, const struct colour *colours, size_t width,
                              size_t height)
{
    enum { FILTER_UP = 2 };
    static_assert(sizeof(struct colour) == PARTS, "the bytes of a row are those of its colours");
    const unsigned char *row = (const unsigned char *)colours;
    const size_t len = width * PARTS;
    char *room = buf_room(out, (1 + len) * height);
    for (size_t y = 0; room && y < height; y++, row += len, room += len) {
        *room++ = FILTER_UP;
        if (y)
            put_difference(room, row, row - len, len);
        else
            memcpy(room, row, len);
        out->len += 1 + len;
    }
}

void png_put(struct buf *out, const struct colour *colours, size_t width, size_t height)
{
    struct buf head = BUF_INIT, rows = BUF_INIT, packed = BUF_INIT;
    put_big_endian(&head, (uint32_t)width);
    put_big_endian(&head, (uint32_t)height);
    buf_put(&head, STR("\x08\x02\0\0\0")); /* eight bits of red, green and blue */
    put_filtered_rows(&rows, colours, width, height);
    put_packed(&packed, buf_str(&rows));
    buf_put(out, STR("\x89PNG\r\n\x1a\n"));
    put_chunk(out, "IHDR", buf_str(&head));
    put_chunk(out, "IDAT", buf_str(&packed));
    put_chunk(out, "IEND", STR(""));
    buf_release(&packed);
    buf_release(&rows);
    buf_release(&head);
}
