#include "base/bytes.h"
#include "attached/traits.h"

/*
 * EXIF is a TIFF: a byte order, the offset of the first directory; a directory is a count,
 * entries of 12 bytes, and the offset of the next one (TIFF 6.0, section 2). Offsets may lead
 * anywhere, also round in circles, so no more than DIRECTORIES_MAX are read in all.
 */
enum { DIRECTORIES_MAX = 8 };

enum directory { DIRECTORY_MAIN, DIRECTORY_EXIF, DIRECTORY_GPS };

enum { TAG_ORIENTATION = 0x0112, TAG_EXIF = 0x8769, TAG_GPS = 0x8825 };

/* What a tag of a directory tells if its value is not blank. */
static const struct telling_tag {
    enum directory directory;
    unsigned first, last;
    enum trait trait;
} telling[] = {
    {DIRECTORY_MAIN, 0x013B, 0x013B, TRAIT_CREATOR}, /* Artist */
    {DIRECTORY_MAIN, 0x9C9D, 0x9C9D, TRAIT_CREATOR}, /* XPAuthor */
    {DIRECTORY_EXIF, 0xA430, 0xA430, TRAIT_OWNER},   /* CameraOwnerName */
    {DIRECTORY_EXIF, 0xA431, 0xA431, TRAIT_SERIAL},  /* BodySerialNumber */
    {DIRECTORY_EXIF, 0xA435, 0xA435, TRAIT_SERIAL},  /* LensSerialNumber */
    {DIRECTORY_EXIF, 0xA437, 0xA437, TRAIT_CREATOR}, /* Photographer (EXIF 3.0) */
    {DIRECTORY_EXIF, 0xA438, 0xA438, TRAIT_CREATOR}, /* ImageEditor */
    /* Latitude and longitude, those of the destination, the name of the area. Version,
     * time and the height above the sea alone tell no place. */
    {DIRECTORY_GPS, 0x0001, 0x0004, TRAIT_COORDINATES},
    {DIRECTORY_GPS, 0x0013, 0x0016, TRAIT_COORDINATES},
    {DIRECTORY_GPS, 0x001C, 0x001C, TRAIT_COORDINATES},
};

struct exif {
    struct str bytes;
    bool big; /* big-endian */
    unsigned traits;
    unsigned orientation;
    struct exif_place {
        enum directory kind;
        size_t at;
    } queue[DIRECTORIES_MAX];
    size_t queued;
};

static uint32_t exif_number(const struct exif *exif, size_t at, size_t count)
{
    return exif->big ? bytes_be(exif->bytes, at, count) : bytes_le(exif->bytes, at, count);
}

static void exif_queue(struct exif *exif, enum directory kind, size_t at)
{
    if (at && exif->queued < DIRECTORIES_MAX)
        exif->queue[exif->queued++] = (struct exif_place){kind, at};
}

/*
 * Returns the first bytes of an entry's value, which is in the entry itself if it has no more
 * than four. All entries may have one long value, so no more than VALUE_MAX are looked at.
 */
static struct str exif_value(const struct exif *exif, size_t entry)
{
    enum { VALUE_MAX = 256 };
    static const unsigned char sizes[] = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    uint32_t type = exif_number(exif, entry + 2, 2), count = exif_number(exif, entry + 4, 4);
    size_t size = (size_t)count * (type < sizeof sizes ? sizes[type] : 1);
    size_t at = size > 4 ? exif_number(exif, entry + 8, 4) : entry + 8;
    return bytes_part(exif->bytes, at, size < VALUE_MAX ? size : VALUE_MAX);
}

static void read_entry(struct exif *exif, enum directory kind, size_t entry)
{
    uint32_t tag = exif_number(exif, entry, 2);
    if (kind == DIRECTORY_MAIN && tag == TAG_ORIENTATION)
        exif->orientation = exif_number(exif, entry + 8, 2);
    else if (kind == DIRECTORY_MAIN && (tag == TAG_EXIF || tag == TAG_GPS))
        exif_queue(exif, tag == TAG_EXIF ? DIRECTORY_EXIF : DIRECTORY_GPS,
                   exif_number(exif, entry + 8, 4));
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        if (telling[i].directory == kind && tag >= telling[i].first && tag <= telling[i].last &&
            !(exif->traits & telling[i].trait) && bytes_say_something(exif_value(exif, entry)))
            exif->traits |= telling[i].trait;
}

static void read_directory(struct exif *exif, struct exif_place place)
{
    enum { ENTRY = 12 };
    size_t count = exif_number(exif, place.at, 2), entry = place.at + 2;
    for (size_t i = 0; i < count && entry + ENTRY <= exif->bytes.len; i++, entry += ENTRY)
        read_entry(exif, place.kind, entry);
    if (place.kind == DIRECTORY_MAIN)
        exif_queue(exif, DIRECTORY_MAIN, exif_number(exif, entry, 4));
}

unsigned traits_of_exif(struct str bytes, unsigned *orientation)
{
    static const struct str mark = STR_INIT("Exif\0\0");
    struct exif exif = {.bytes = str_starts(bytes, mark) ? str_from(bytes, mark.len) : bytes};
    exif.big = bytes_have(exif.bytes, 0, STR("MM"));
    if ((!exif.big && !bytes_have(exif.bytes, 0, STR("II"))) || exif_number(&exif, 2, 2) != 42)
        return 0;
    exif_queue(&exif, DIRECTORY_MAIN, exif_number(&exif, 4, 4));
    for (size_t i = 0; i < exif.queued; i++)
        read_directory(&exif, exif.queue[i]);
    if (exif.orientation >= 1 && exif.orientation <= 8)
        *orientation = exif.orientation;
    return exif.traits;
}
