#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"

void buf_release(struct buf *buf)
{
    free(buf->ptr);
    *buf = BUF_INIT;
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    buf->overfull = false;
}

void buf_clear_to(struct buf *buf, size_t most)
{
    if (buf->cap > most)
        buf_release(buf);
    buf_clear(buf);
}

/* Makes room for `more` bytes. Doubling makes the cost of an append constant on average. */
static void widen(struct buf *buf, size_t more)
{
    size_t needed = buf->len + more, cap = buf->cap < 128 ? 256 : buf->cap * 2;
    buf->cap = cap < needed ? needed : cap;
    buf->ptr = memory_resize(buf->ptr, buf->cap);
}

static inline char *reserve(struct buf *buf, size_t more)
{
    if (buf->overfull || more > BUF_MAX - buf->len) {
        buf->overfull = true;
        return NULL;
    }
    if (more > buf->cap - buf->len)
        widen(buf, more);
    return buf->ptr + buf->len;
}

char *buf_room(struct buf *buf, size_t more)
{
    return reserve(buf, more);
}

void buf_put(struct buf *buf, struct str text)
{
    char *room = text.len ? reserve(buf, text.len) : NULL; /* no bytes need no memory */
    if (!room)
        return;
    memcpy(room, text.ptr, text.len);
    buf->len += text.len;
}

void buf_byte(struct buf *buf, char byte)
{
    char *room = reserve(buf, 1);
    if (!room)
        return;
    *room = byte;
    buf->len++;
}

void buf_number(struct buf *buf, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    buf_put(buf, (struct str){digits + at, sizeof digits - at});
}

void buf_integer(struct buf *buf, int64_t integer)
{
    if (integer < 0)
        buf_byte(buf, '-');
    buf_number(buf, integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer);
}

/* RFC 3629, section 3. */
void buf_rune(struct buf *buf, uint32_t rune)
{
    if (rune < 0x80) {
        buf_byte(buf, (char)rune);
    } else if (rune < 0x800) {
        buf_byte(buf, (char)(0xC0 | rune >> 6));
        buf_byte(buf, (char)(0x80 | (rune & 0x3F)));
    } else if (rune < 0x10000) {
        buf_byte(buf, (char)(0xE0 | rune >> 12));
        buf_byte(buf, (char)(0x80 | (rune >> 6 & 0x3F)));
        buf_byte(buf, (char)(0x80 | (rune & 0x3F)));
    } else {
        buf_byte(buf, (char)(0xF0 | rune >> 18));
        buf_byte(buf, (char)(0x80 | (rune >> 12 & 0x3F)));
        buf_byte(buf, (char)(0x80 | (rune >> 6 & 0x3F)));
        buf_byte(buf, (char)(0x80 | (rune & 0x3F)));
    }
}

/* vsnprintf() adds a NUL. What there is room for is written at once, and kept if it was enough. */
void buf_vformat(struct buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    size_t free = buf->cap - buf->len;
    int len = vsnprintf(free ? buf->ptr + buf->len : NULL, free, format, args);
    char *room = len < 0 ? NULL : reserve(buf, (size_t)len + 1);
    if (room && (size_t)len >= free)
        vsnprintf(room, (size_t)len + 1, format, again);
    if (room)
        buf->len += (size_t)len;
    va_end(again);
}

void buf_format(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vformat(buf, format, args);
    va_end(args);
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->ptr ? buf->ptr : "", buf->len};
}

void buf_write(const struct buf *buf, FILE *file)
{
    if (buf->len)
        fwrite(buf->ptr, 1, buf->len, file);
}

struct str buf_take(struct buf *buf, struct arena *arena)
{
    struct str text = str_copy(arena, buf_str(buf));
    buf_clear(buf);
    return text;
}

struct str buf_finish(struct buf *buf, struct arena *arena)
{
    struct str text = buf_take(buf, arena);
    buf_release(buf);
    return text;
}
