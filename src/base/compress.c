#include "base/compress.h"

#include <assert.h>
#include <brotli/encode.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/memory.h"

struct compression {
    z_stream gzip;
    BrotliEncoderState *brotli; /* NULL: it is gzip */
};

/* windowBits 15 + 16 asks for gzip; its header then has no time and no name. */
static void gzip_begin(z_stream *gzip)
{
    enum { GZIP_WINDOW = 15 + 16, MEMORY_LEVEL = 9 };
    *gzip = (z_stream){0};
    if (deflateInit2(gzip, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, MEMORY_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        memory_end();
}

static BrotliEncoderState *brotli_begin(uint32_t quality)
{
    BrotliEncoderState *brotli = BrotliEncoderCreateInstance(NULL, NULL, NULL);
    if (!brotli || !BrotliEncoderSetParameter(brotli, BROTLI_PARAM_QUALITY, quality) ||
        !BrotliEncoderSetParameter(brotli, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT))
        memory_end();
    return brotli;
}

struct compression *compress_begin(enum coding coding)
{
    struct compression *compression = memory_resize(NULL, sizeof *compression);
    *compression = (struct compression){0};
    switch (coding) {
    case CODING_GZIP: gzip_begin(&compression->gzip); break;
    case CODING_BROTLI_GOOD: compression->brotli = brotli_begin(9); break;
    case CODING_BROTLI_BEST: compression->brotli = brotli_begin(11); break;
    }
    return compression;
}

static void gzip_put(z_stream *gzip, struct buf *out, struct str bytes, int flush)
{
    static_assert(BUF_MAX <= UINT_MAX, "a piece is not longer than zlib can count");
    unsigned char made[16 * 1024];
    gzip->next_in = (z_const Bytef *)bytes.ptr;
    gzip->avail_in = (uInt)bytes.len;
    do {
        gzip->next_out = made;
        gzip->avail_out = sizeof made;
        if (deflate(gzip, flush) == Z_STREAM_ERROR)
            memory_end();
        buf_put(out, (struct str){(const char *)made, sizeof made - gzip->avail_out});
    } while (gzip->avail_out == 0);
}

static void brotli_put(BrotliEncoderState *brotli, struct buf *out, struct str bytes,
                       BrotliEncoderOperation operation)
{
    const uint8_t *next = (const uint8_t *)bytes.ptr;
    size_t left = bytes.len;
    do {
        size_t no_room = 0, size = 0;
        if (!BrotliEncoderCompressStream(brotli, operation, &left, &next, &no_room, NULL, NULL))
            memory_end();
        const uint8_t *made = BrotliEncoderTakeOutput(brotli, &size);
        buf_put(out, (struct str){(const char *)made, size});
    } while (left || BrotliEncoderHasMoreOutput(brotli));
}

void compress_append(struct compression *compression, struct buf *out, struct str bytes)
{
    if (compression->brotli)
        brotli_put(compression->brotli, out, bytes, BROTLI_OPERATION_PROCESS);
    else
        gzip_put(&compression->gzip, out, bytes, Z_NO_FLUSH);
}

void compress_end(struct compression *compression, struct buf *out)
{
    if (compression->brotli)
        brotli_put(compression->brotli, out, STR(""), BROTLI_OPERATION_FINISH);
    else
        gzip_put(&compression->gzip, out, STR(""), Z_FINISH);
    BrotliEncoderDestroyInstance(compression->brotli);
    deflateEnd(&compression->gzip);
    free(compression);
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
