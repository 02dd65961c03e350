#include <stdint.h>

#include "base/bytes.h"
#include "attached/picture.h"
#include "attached/traits.h"

/* Returns how many bytes a table of colours has, by the flags of its descriptor. */
static size_t table_size(unsigned flags)
{
    return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0;
}

/* Returns where the sub-blocks from `at` end: each has its length first, and the last none. */
static size_t end_of_blocks(struct str bytes, size_t at)
{
    for (size_t len; (len = bytes_be(bytes, at, 1)) > 0;)
        at += 1 + len;
    return at + 1;
}

/* XMP lies there as it is, and what follows it makes its bytes pass as sub-blocks. */
static void read_extension(struct picture_facts *facts, unsigned label, struct str blocks)
{
    enum { LABEL_COMMENT = 0xFE, LABEL_APPLICATION = 0xFF };
    static const struct str xmp = STR_INIT("\013XMP DataXMP");
    if (label == LABEL_COMMENT)
        facts->traits |= traits_of_comment(blocks);
    else if (label == LABEL_APPLICATION && str_starts(blocks, xmp))
        facts->traits |= traits_of_xmp(str_from(blocks, xmp.len));
}

/* Blocks: images, extensions, and the trailer (GIF89a, appendix B). */
void gif_read(struct picture_facts *facts, struct str bytes)
{
    enum { HEADER = 13, IMAGE = 0x2C, EXTENSION = 0x21, TRAILER = 0x3B, DESCRIPTOR = 10 };
    facts->width = bytes_le(bytes, 6, 2);
    facts->height = bytes_le(bytes, 8, 2);
    for (size_t at = HEADER + table_size(bytes_be(bytes, 10, 1)), end; at < bytes.len; at = end) {
        unsigned kind = bytes_be(bytes, at, 1), label = bytes_be(bytes, at + 1, 1);
        if (kind == IMAGE) {
            size_t data = at + DESCRIPTOR + table_size(bytes_be(bytes, at + 9, 1)) + 1;
            end = end_of_blocks(bytes, data);
            facts->has_data |= bytes_be(bytes, data, 1) > 0;
        } else if (kind == EXTENSION) {
            end = end_of_blocks(bytes, at + 2);
            read_extension(facts, label, bytes_part(bytes, at + 2, end - at - 2));
        } else {
            facts->ends = kind == TRAILER;
            return;
        }
    }
}
