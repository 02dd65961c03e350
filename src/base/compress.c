#include "base/compress.h"

#include <brotli/encode.h>
#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/memory.h"

static _Noreturn void refuse_size(void)
{
    die(SAID("en fil er for stor til å komprimeres", "a file is too large to be compressed"));
}

/* windowBits 15 + 16 asks for gzip; its header then has no time and no name. */
void compress_gzip(struct buf *out, struct str bytes)
{
    enum { GZIP_WINDOW = 15 + 16, MEMORY_LEVEL = 9 };
    z_stream stream = {0};
    if (bytes.len > UINT32_MAX / 2)
        refuse_size();
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, MEMORY_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        memory_end();
    uLong room = deflateBound(&stream, bytes.len);
    unsigned char *made = memory_resize(NULL, room);
    stream.next_in = (z_const Bytef *)bytes.ptr;
    stream.avail_in = (uInt)bytes.len;
    stream.next_out = made;
    stream.avail_out = (uInt)room;
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        memory_end();
    buf_put(out, (struct str){(const char *)made, stream.total_out});
    deflateEnd(&stream);
    free(made);
}

void compress_brotli(struct buf *out, struct str bytes, int quality)
{
    size_t room = BrotliEncoderMaxCompressedSize(bytes.len);
    if (room == 0)
        refuse_size();
    unsigned char *made = memory_resize(NULL, room);
    if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.len,
                               (const uint8_t *)bytes.ptr, &room, made))
        memory_end();
    buf_put(out, (struct str){(const char *)made, room});
    free(made);
}

const char *compress_gzip_version(void)
{
    return zlibVersion();
}

struct str compress_brotli_version(struct arena *arena)
{
    uint32_t version = BrotliEncoderVersion();
    return str_format(arena, "%u.%u.%u", version >> 24, version >> 12 & 0xfff, version & 0xfff);
}
