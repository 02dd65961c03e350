#include <stdint.h>

#include "base/bytes.h"
#include "attached/picture.h"
#include "attached/traits.h"

/* The sizes stand in other places in each kind of chunk (RFC 9649, 2.5–2.7; RFC 6386, 9.1). */
static void read_chunk_of_webp(struct picture_facts *facts, struct str type, struct str body)
{
    bool sized = facts->width > 0;
    unsigned orientation;
    if (str_eq(type, STR("VP8X"))) {
        facts->width = bytes_le(body, 4, 3) + 1;
        facts->height = bytes_le(body, 7, 3) + 1;
    } else if (str_eq(type, STR("VP8 "))) {
        facts->has_data |= body.len > 10;
        facts->width = sized ? facts->width : bytes_le(body, 6, 2) & 0x3FFF;
        facts->height = sized ? facts->height : bytes_le(body, 8, 2) & 0x3FFF;
    } else if (str_eq(type, STR("VP8L"))) {
        uint32_t bits = bytes_le(body, 1, 4);
        facts->has_data |= body.len > 5;
        facts->width = sized ? facts->width : (bits & 0x3FFF) + 1;
        facts->height = sized ? facts->height : (bits >> 14 & 0x3FFF) + 1;
    } else if (str_eq(type, STR("ANMF"))) {
        facts->has_data |= body.len > 16;
    } else if (str_eq(type, STR("EXIF"))) {
        facts->traits |= traits_of_exif(body, &orientation);
    } else if (str_eq(type, STR("XMP "))) {
        facts->traits |= traits_of_xmp(body);
    }
}

/* Chunks: type, length, body, padded to even. The first length is that of all that follows. */
void webp_read(struct picture_facts *facts, struct str bytes)
{
    enum { HEADER = 12, AROUND = 8 };
    facts->ends = bytes_le(bytes, 4, 4) <= bytes.len - AROUND;
    for (size_t at = HEADER; at + AROUND <= bytes.len;) {
        size_t len = bytes_le(bytes, at + 4, 4);
        read_chunk_of_webp(facts, bytes_part(bytes, at, 4), bytes_part(bytes, at + 8, len));
        at += AROUND + len + (len & 1);
    }
}
