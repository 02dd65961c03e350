#include "search/code.h"

#include "base/buf.h"

static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

enum { LIST_BITS = 5, LIST_MORE = 1 << LIST_BITS, BITMAP_BITS = 6 };

/* Returns the gap between a number and the one before it, where the first one's is -1. */
static uint32_t gap_before(const uint32_t *numbers, size_t i)
{
    return i ? numbers[i] - numbers[i - 1] - 1 : numbers[i];
}

static size_t gap_list_len(const uint32_t *numbers, size_t count)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t gap = gap_before(numbers, i);
        do
            len++;
        while (gap >>= LIST_BITS);
    }
    return len;
}

/* Each gap in base 32, lowest digit first; a digit with LIST_MORE is followed by another. */
static void put_gap_list(struct buf *out, const uint32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t gap = gap_before(numbers, i);
        for (; gap >= LIST_MORE; gap >>= LIST_BITS)
            buf_byte(out, alphabet[LIST_MORE | (gap & (LIST_MORE - 1))]);
        buf_byte(out, alphabet[gap]);
    }
}

static void put_bitmap(struct buf *out, const uint32_t *numbers, size_t count)
{
    buf_byte(out, '*');
    uint32_t last = numbers[count - 1];
    for (uint32_t start = 0; start <= last; start += BITMAP_BITS) {
        unsigned bits = 0;
        for (; count && *numbers - start < BITMAP_BITS; numbers++, count--)
            bits |= 1u << (*numbers - start);
        buf_byte(out, alphabet[bits]);
    }
}

/* Both lengths are known without writing either, so only the shorter one is written. */
void search_code_put(struct buf *out, const uint32_t *numbers, size_t count)
{
    if (count == 0)
        return;
    size_t bitmap_len = 1 + numbers[count - 1] / BITMAP_BITS + 1;
    if (gap_list_len(numbers, count) <= bitmap_len)
        put_gap_list(out, numbers, count);
    else
        put_bitmap(out, numbers, count);
}
