#include "base/qr.h"

#include <errno.h>
#include <qrencode.h>

#include "base/buf.h"
#include "base/memory.h"

/* Of what the library tells of each square, the bit that says whether it is dark. */
enum { DARK = 1 };

static int end_of_run(const unsigned char *row, int from, int width)
{
    while (from < width && row[from] & DARK)
        from++;
    return from;
}

/* A run of dark squares in a row is one rectangle. */
static void put_row(struct buf *out, const unsigned char *row, int y, int width)
{
    for (int x = 0, end; x < width; x = end + 1) {
        end = end_of_run(row, x, width);
        if (end > x)
            buf_format(out, "M%d %dh%dv1h-%dz", x + QR_QUIET, y + QR_QUIET, end - x, end - x);
    }
}

unsigned qr_put(struct buf *out, struct str text)
{
    enum { SMALLEST = 0, LONGEST = 2953 }; /* the bytes that the largest of all codes has */
    if (text.len == 0 || text.len > LONGEST)
        return 0;
    QRcode *code =
        QRcode_encodeData((int)text.len, (const unsigned char *)text.ptr, SMALLEST, QR_ECLEVEL_M);
    if (!code && errno == ENOMEM)
        memory_end();
    if (!code)
        return 0;
    for (int y = 0; y < code->width; y++)
        put_row(out, code->data + y * code->width, y, code->width);
    unsigned side = (unsigned)code->width + 2 * QR_QUIET;
    QRcode_free(code);
    return side;
}

const char *qr_version(void)
{
    return QRcode_APIVersionString();
}
