#include "base/base64.h"

#include <nettle/base64.h>

#include "base/buf.h"

void base64_put(struct buf *out, const uint8_t *bytes, size_t size)
{
    char text[BASE64_ENCODE_LENGTH(1) + BASE64_ENCODE_FINAL_LENGTH];
    struct base64_encode_ctx context;
    base64_encode_init(&context);
    for (size_t i = 0; i < size; i++)
        buf_put(out, (struct str){text, base64_encode_single(&context, text, bytes[i])});
    buf_put(out, (struct str){text, base64_encode_final(&context, text)});
}

/*
 * Decoders pass over line ends, and over bits beyond the last byte, so there are many texts of the
 * same bytes. Only the one that we would write is taken.
 */
static bool is_what_we_write(struct str text, const uint8_t *bytes, size_t size)
{
    struct buf again = BUF_INIT;
    base64_put(&again, bytes, size);
    bool same = str_eq(buf_str(&again), text);
    buf_release(&again);
    return same;
}

bool base64_parse(struct str text, uint8_t *bytes, size_t size)
{
    struct base64_decode_ctx context;
    uint8_t byte;
    size_t len = 0;
    base64_decode_init(&context);
    for (size_t i = 0; i < text.len; i++) {
        int got = base64_decode_single(&context, &byte, text.ptr[i]);
        if (got < 0 || (got > 0 && len == size))
            return false;
        if (got > 0)
            bytes[len++] = byte;
    }
    return len == size && is_what_we_write(text, bytes, size);
}
