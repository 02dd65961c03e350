#include <stdint.h>
#include <string.h>

#include "base/bytes.h"
#include "attached/picture.h"
#include "attached/traits.h"

/* Markers (ITU T.81, table B.1). */
enum {
    MARKER_STANDALONE = 0x01,
    MARKER_SIZES = 0xC0, /* and the fifteen after it but for three: SOF */
    MARKER_TABLES = 0xC4,
    MARKER_RESERVED = 0xC8,
    MARKER_ARITHMETIC = 0xCC,
    MARKER_RESTART = 0xD0, /* and the seven after it */
    MARKER_START = 0xD8,
    MARKER_END = 0xD9,
    MARKER_SCAN = 0xDA,
    MARKER_APP1 = 0xE1,
    MARKER_APP13 = 0xED,
    MARKER_COMMENT = 0xFE,
};

struct jpeg {
    struct picture_facts facts;
    unsigned orientation;
};

static bool has_sizes(unsigned marker)
{
    return marker >= MARKER_SIZES && marker <= 0xCF && marker != MARKER_TABLES &&
           marker != MARKER_RESERVED && marker != MARKER_ARITHMETIC;
}

static void read_segment(struct jpeg *jpeg, unsigned marker, struct str body)
{
    static const struct str xmp = STR_INIT("http://ns.adobe.com/xap/1.0/\0");
    static const struct str photoshop = STR_INIT("Photoshop 3.0\0");
    struct picture_facts *facts = &jpeg->facts;
    if (has_sizes(marker)) {
        facts->height = bytes_be(body, 1, 2);
        facts->width = bytes_be(body, 3, 2);
    } else if (marker == MARKER_APP1 && str_starts(body, STR("Exif\0"))) {
        facts->traits |= traits_of_exif(body, &jpeg->orientation);
    } else if (marker == MARKER_APP1 && str_starts(body, xmp)) {
        facts->traits |= traits_of_xmp(str_from(body, xmp.len));
    } else if (marker == MARKER_APP13 && str_starts(body, photoshop)) {
        facts->traits |= traits_of_iptc(str_from(body, photoshop.len));
    } else if (marker == MARKER_COMMENT) {
        facts->traits |= traits_of_comment(body);
    }
}

/* Returns where the coded data from `at` ends: at a marker that is none of its own. */
static size_t end_of_scan(struct str bytes, size_t at)
{
    while (at < bytes.len) {
        const char *found = memchr(bytes.ptr + at, 0xFF, bytes.len - at);
        if (!found)
            return bytes.len;
        at = (size_t)(found - bytes.ptr);
        unsigned next = bytes_be(bytes, at + 1, 1);
        if (next != 0 && next != 0xFF && (next < MARKER_RESTART || next > MARKER_RESTART + 7))
            return at;
        at += next == 0xFF ? 1 : 2;
    }
    return bytes.len;
}

/* Reads one picture from its start. Returns where it ends. */
static size_t read_one(struct jpeg *jpeg, struct str bytes, size_t at)
{
    at += 2;
    while (at + 2 <= bytes.len && bytes_be(bytes, at, 1) == 0xFF) {
        unsigned marker = bytes_be(bytes, at + 1, 1);
        if (marker == MARKER_END) {
            jpeg->facts.ends = true;
            return at + 2;
        }
        bool alone = marker == 0xFF || marker == MARKER_STANDALONE || marker == MARKER_START ||
                     (marker >= MARKER_RESTART && marker <= MARKER_RESTART + 7);
        if (alone) { /* 0xFF may be repeated before a marker */
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        size_t len = bytes_be(bytes, at + 2, 2);
        if (len < 2)
            break;
        read_segment(jpeg, marker, bytes_part(bytes, at + 4, len - 2));
        at += 2 + len;
        if (marker == MARKER_SCAN) {
            size_t end = end_of_scan(bytes, at);
            jpeg->facts.has_data |= end > at;
            at = end;
        }
    }
    return at < bytes.len ? at : bytes.len;
}

/* Returns where the next picture begins, or the end of the bytes. */
static size_t next_start(struct str bytes, size_t at)
{
    size_t found = str_find(str_from(bytes, at), STR("\377\330\377"));
    return found < bytes.len - at ? at + found : bytes.len;
}

/*
 * Phones put more pictures behind the first, small ones and maps of depth (CIPA DC-007), which
 * also tell where they were taken. Those of EXIF's own thumbnail lie inside its segment.
 */
void jpeg_read(struct picture_facts *facts, struct str bytes)
{
    struct jpeg first = {0};
    size_t at = read_one(&first, bytes, 0);
    for (at = next_start(bytes, at); at < bytes.len; at = next_start(bytes, at)) {
        struct jpeg more = {0};
        at = read_one(&more, bytes, at);
        first.facts.traits |= more.facts.traits;
    }
    *facts = first.facts;
    if (first.orientation > 4) { /* 5 … 8 are turned by a quarter (EXIF, «Orientation») */
        facts->width = first.facts.height;
        facts->height = first.facts.width;
    }
}
