#include "editions/archive.h"

#include "base/date.h"
#include "base/die.h"
#include "base/packer.h"
#include "base/said.h"

/* The fields of the form are little-endian. */
static void put_le(struct buf *out, uint64_t number, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buf_byte(out, (char)(number >> 8 * i));
}

struct packed archive_pack(enum archive_how how, struct packer *packer, struct buf *out,
                           struct str bytes)
{
    if (how == ARCHIVE_PACKED && !packer_put(packer, out, bytes))
        how = ARCHIVE_STORED;
    if (how == ARCHIVE_STORED)
        buf_put(out, bytes);
    return (struct packed){how, packer_crc(bytes), bytes.len};
}

/* APPNOTE 4.4.6: years since 1980, the month, the day; then the time, which is midnight. */
static uint32_t dos_date(struct str text)
{
    enum { FIRST_YEAR = 1980, LAST_YEAR = FIRST_YEAR + 127 };
    struct date date;
    if (!date_parse(text, &date) || date.year < FIRST_YEAR || date.year > LAST_YEAR)
        date = (struct date){.year = FIRST_YEAR};
    return (uint32_t)((date.year - FIRST_YEAR) << 9 | (date.month ? date.month : 1) << 5 |
                      (date.day ? date.day : 1));
}

void archive_init(struct archive *archive, struct str date)
{
    *archive = (struct archive){.date = dos_date(date)};
}

static uint64_t checked(uint64_t number)
{
    if (number >= UINT32_MAX)
        die(SAID("zip-filen blir større enn 4 GB", "the zip file becomes larger than 4 GB"));
    return number;
}

/* What stands both before a file and in the directory (4.3.7 and 4.3.12). */
static void put_what(struct buf *out, const struct archive *archive, struct str name,
                     const struct packed *packed, size_t len)
{
    enum { VERSION = 20, DEFLATED = 8 };
    put_le(out, VERSION, 2);
    put_le(out, 0, 2); /* no flags: names are ASCII */
    put_le(out, packed->how == ARCHIVE_PACKED ? DEFLATED : 0, 2);
    put_le(out, 0, 2); /* the time */
    put_le(out, archive->date, 2);
    put_le(out, packed->crc, 4);
    put_le(out, checked(len), 4);
    put_le(out, checked(packed->size), 4);
    put_le(out, name.len, 2);
    put_le(out, 0, 2); /* nothing more */
}

void archive_put(struct archive *archive, struct buf *out, struct str name,
                 const struct packed *packed, struct str bytes)
{
    enum { UNIX = 3 << 8, FORM = 30, FILE_RIGHTS = 0100644 };
    size_t before = out->len;
    buf_lit(out, "PK\3\4");
    put_what(out, archive, name, packed, bytes.len);
    buf_put(out, name);
    buf_put(out, bytes);
    struct buf *directory = &archive->directory;
    buf_lit(directory, "PK\1\2");
    put_le(directory, UNIX | FORM, 2);
    put_what(directory, archive, name, packed, bytes.len);
    put_le(directory, 0, 2); /* no comment */
    put_le(directory, 0, 2); /* the first disk */
    put_le(directory, 0, 2); /* text or not, nobody says */
    put_le(directory, (uint64_t)FILE_RIGHTS << 16, 4);
    put_le(directory, checked(archive->at), 4);
    buf_put(directory, name);
    archive->at += out->len - before;
    archive->count++;
}

/* More files than two bytes can count are counted in a record of eight (4.3.14 and 4.3.15). */
static void put_large_end(struct buf *out, const struct archive *archive)
{
    enum { SIZE = 44, MADE_BY = 45 };
    uint64_t at = archive->at + archive->directory.len;
    buf_lit(out, "PK\6\6");
    put_le(out, SIZE, 8);
    put_le(out, MADE_BY, 2);
    put_le(out, MADE_BY, 2);
    put_le(out, 0, 4);
    put_le(out, 0, 4);
    put_le(out, archive->count, 8);
    put_le(out, archive->count, 8);
    put_le(out, archive->directory.len, 8);
    put_le(out, archive->at, 8);
    buf_lit(out, "PK\6\7");
    put_le(out, 0, 4);
    put_le(out, at, 8);
    put_le(out, 1, 4);
}

void archive_end(struct archive *archive, struct buf *out)
{
    bool large = archive->count >= UINT16_MAX;
    uint64_t count = large ? UINT16_MAX : archive->count;
    buf_put(out, buf_str(&archive->directory));
    if (large)
        put_large_end(out, archive);
    buf_lit(out, "PK\5\6");
    put_le(out, 0, 2);
    put_le(out, 0, 2);
    put_le(out, count, 2);
    put_le(out, count, 2);
    put_le(out, checked(archive->directory.len), 4);
    put_le(out, checked(archive->at), 4);
    put_le(out, 0, 2);
    buf_release(&archive->directory);
}
