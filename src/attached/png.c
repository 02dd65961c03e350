#include <stdint.h>

#include "base/bytes.h"
#include "attached/picture.h"
#include "attached/traits.h"

/* Names of blocks in which ImageMagick and others keep EXIF, IPTC or XMP, as compressed hex. */
static bool is_profile(struct str keyword)
{
    static const struct str profiles[] = {STR_INIT("exif"), STR_INIT("APP1"), STR_INIT("iptc"),
                                          STR_INIT("8bim"), STR_INIT("xmp")};
    static const struct str start = STR_INIT("Raw profile type ");
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++)
        if (str_starts(keyword, start) && str_same(str_from(keyword, start.len), profiles[i]))
            return true;
    return false;
}

/* iTXt: after the keyword a flag, a method, language and translated keyword, each with a NUL. */
static struct str international_text(struct str rest)
{
    struct str text = bytes_part(rest, 2, rest.len), part;
    if (!str_cut(&text, '\0', &part) || !str_cut(&text, '\0', &part))
        return STR("");
    return text;
}

static unsigned traits_of_text(struct str type, struct str body)
{
    struct str rest = body, keyword;
    str_cut(&rest, '\0', &keyword);
    bool international = str_eq(type, STR("iTXt"));
    bool packed = str_eq(type, STR("zTXt")) || (international && bytes_be(rest, 0, 1) != 0);
    bool xmp = str_eq(keyword, STR("XML:com.adobe.xmp"));
    if (is_profile(keyword) || (xmp && packed))
        return TRAIT_SEALED;
    struct str text = international && !packed ? international_text(rest) : rest;
    if (str_eq(keyword, STR("Author")) || str_eq(keyword, STR("Artist")))
        return bytes_say_something(text) ? TRAIT_CREATOR : 0;
    if (xmp)
        return traits_of_xmp(text);
    return packed ? 0 : traits_of_comment(text);
}

static void read_chunk(struct picture_facts *facts, struct str type, struct str body)
{
    unsigned orientation;
    if (str_eq(type, STR("IHDR"))) {
        facts->width = bytes_be(body, 0, 4);
        facts->height = bytes_be(body, 4, 4);
    } else if (str_eq(type, STR("IDAT"))) {
        facts->has_data |= body.len > 0;
    } else if (str_eq(type, STR("IEND"))) {
        facts->ends = true;
    } else if (str_eq(type, STR("eXIf"))) {
        facts->traits |= traits_of_exif(body, &orientation);
    } else if (str_eq(type, STR("tEXt")) || str_eq(type, STR("zTXt")) ||
               str_eq(type, STR("iTXt"))) {
        facts->traits |= traits_of_text(type, body);
    }
}

/* Chunks: length, type, body, checksum (PNG, third edition, 5.3). */
void png_read(struct picture_facts *facts, struct str bytes)
{
    enum { SIGNATURE = 8, AROUND = 12 };
    for (size_t at = SIGNATURE; !facts->ends && at + AROUND <= bytes.len;) {
        size_t len = bytes_be(bytes, at, 4);
        if (len > bytes.len - at - AROUND)
            return;
        read_chunk(facts, bytes_part(bytes, at + 4, 4), bytes_part(bytes, at + 8, len));
        at += AROUND + len;
    }
}
