#include "attached/traits.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/bytes.h"

/* The names are those of the schemas exif, aux, exifEX, dc, tiff, photoshop, Iptc4xmp and MP. */
static const struct trait_name {
    struct str name;
    enum trait trait;
} names[] = {
    {STR_INIT("GPSLatitude"), TRAIT_COORDINATES},
    {STR_INIT("GPSLongitude"), TRAIT_COORDINATES},
    {STR_INIT("GPSPosition"), TRAIT_COORDINATES},
    {STR_INIT("GPSDestLatitude"), TRAIT_COORDINATES},
    {STR_INIT("GPSDestLongitude"), TRAIT_COORDINATES},
    {STR_INIT("GPSAreaInformation"), TRAIT_COORDINATES},
    {STR_INIT("City"), TRAIT_PLACE},
    {STR_INIT("Location"), TRAIT_PLACE},
    {STR_INIT("LocationName"), TRAIT_PLACE},
    {STR_INIT("Sublocation"), TRAIT_PLACE},
    {STR_INIT("ProvinceState"), TRAIT_PLACE},
    {STR_INIT("creator"), TRAIT_CREATOR},
    {STR_INIT("Artist"), TRAIT_CREATOR},
    {STR_INIT("Author"), TRAIT_CREATOR},
    {STR_INIT("AuthorsPosition"), TRAIT_CREATOR},
    {STR_INIT("CaptionWriter"), TRAIT_CREATOR},
    {STR_INIT("CreatorContactInfo"), TRAIT_CREATOR},
    {STR_INIT("contributor"), TRAIT_CREATOR},
    {STR_INIT("OwnerName"), TRAIT_OWNER},
    {STR_INIT("CameraOwnerName"), TRAIT_OWNER},
    {STR_INIT("SerialNumber"), TRAIT_SERIAL},
    {STR_INIT("BodySerialNumber"), TRAIT_SERIAL},
    {STR_INIT("LensSerialNumber"), TRAIT_SERIAL},
    {STR_INIT("PersonInImage"), TRAIT_PEOPLE},
    {STR_INIT("PersonDisplayName"), TRAIT_PEOPLE},
};

unsigned traits_of_name(struct str name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(names[i].name, name))
            return names[i].trait;
    return 0;
}

/* Image resource blocks of Photoshop: `8BIM`, number, name, length, data, each padded to even. */
static struct str next_block(struct str *rest, unsigned *number)
{
    *number = bytes_be(*rest, 4, 2);
    size_t name = (bytes_be(*rest, 6, 1) + 2) / 2 * 2;
    size_t len = bytes_be(*rest, 6 + name, 4);
    struct str data = bytes_part(*rest, 6 + name + 4, len);
    *rest = bytes_part(*rest, 6 + name + 4 + (len + 1) / 2 * 2, rest->len);
    return data;
}

/* Records of IIM: 0x1C, record, data set, length, data. Those of record 2 are about the picture. */
static unsigned traits_of_records(struct str rest)
{
    enum { BY_LINE = 80, BY_LINE_TITLE = 85, WRITER = 122 };
    enum { CITY = 90, SUBLOCATION = 92, PROVINCE = 95 };
    unsigned traits = 0;
    while (bytes_be(rest, 0, 1) == 0x1C && rest.len > 5) {
        size_t len = bytes_be(rest, 3, 2);
        bool told = bytes_be(rest, 1, 1) == 2 && bytes_say_something(bytes_part(rest, 5, len));
        switch (told ? bytes_be(rest, 2, 1) : 0) {
        case BY_LINE:
        case BY_LINE_TITLE:
        case WRITER: traits |= TRAIT_CREATOR; break;
        case CITY:
        case SUBLOCATION:
        case PROVINCE: traits |= TRAIT_PLACE; break;
        }
        rest = bytes_part(rest, 5 + len, rest.len);
    }
    return traits;
}

unsigned traits_of_iptc(struct str block)
{
    enum { IPTC = 0x0404 };
    unsigned traits = 0, number;
    for (struct str rest = block; str_starts(rest, STR("8BIM"));) {
        struct str data = next_block(&rest, &number);
        traits |= number == IPTC ? traits_of_records(data) : 0;
    }
    return traits;
}

unsigned traits_of_comment(struct str comment)
{
    static const struct str homes[] = {STR_INIT("/home/"), STR_INIT("/Users/"),
                                       STR_INIT("\\Users\\"),
                                       STR_INIT("\\Documents and Settings\\")};
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
        if (str_find(comment, homes[i]) < comment.len)
            return TRAIT_FOLDER;
    return 0;
}

struct str traits_told(struct arena *arena, unsigned traits, bool english)
{
    static const struct str words[][2] = {
        {STR_INIT("hvor det er tatt"), STR_INIT("where it was taken")},
        {STR_INIT("navnet på stedet"), STR_INIT("the name of the place")},
        {STR_INIT("hvem som har laget det"), STR_INIT("who made it")},
        {STR_INIT("hvem som eier kameraet"), STR_INIT("who owns the camera")},
        {STR_INIT("serienummeret til kameraet"), STR_INIT("the camera’s serial number")},
        {STR_INIT("hvem som er med på det"), STR_INIT("who is in it")},
        {STR_INIT("hvor filen lå hos den som lagret den"),
         STR_INIT("where the file lay on somebody’s machine")},
        {STR_INIT("noe i en pakket blokk, som ikke kan leses her"),
         STR_INIT("something in a packed block, which cannot be read here")},
    };
    struct str found[sizeof words / sizeof *words], told = STR("");
    size_t count = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (traits >> i & 1)
            found[count++] = words[i][english];
    for (size_t i = 0; i < count; i++) {
        struct str last = english ? STR(" and ") : STR(" og ");
        struct str before = i == 0 ? STR("") : i + 1 < count ? STR(", ") : last;
        told = STR_JOIN(arena, told, before, found[i]);
    }
    return told;
}
