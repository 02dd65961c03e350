#include "editions/archive_before.h"

#include "base/arena.h"
#include "base/bytes.h"

/* Where a file lies, packed. */
struct archive_piece {
    struct packed packed;
    uint64_t at, len;
};

/* Sizes of what stands before a file, in the directory before its name, and at the end. */
enum { HEAD_SIZE = 30, ROW_SIZE = 46, END_SIZE = 22 };

/* Returns the directory (APPNOTE 4.3.16), "" for none. */
static struct str archive_directory(const struct fs_pieces *file, struct arena *arena)
{
    struct buf end = BUF_INIT, directory = BUF_INIT;
    if (file->size >= END_SIZE && fs_pieces_put(file, &end, file->size - END_SIZE, END_SIZE) &&
        str_starts(buf_str(&end), STR("PK\5\6"))) {
        size_t len = bytes_le(buf_str(&end), 12, 4), at = bytes_le(buf_str(&end), 16, 4);
        fs_pieces_put(file, &directory, at, len);
    }
    buf_release(&end);
    return buf_finish(&directory, arena);
}

/* Cuts a row off the directory (4.3.12). */
static bool cut_row(struct str *directory, struct str *name, struct archive_piece *piece)
{
    enum { DEFLATED = 8 };
    struct str row = *directory;
    size_t name_len = bytes_le(row, 28, 2);
    if (!str_starts(row, STR("PK\1\2")) || row.len < ROW_SIZE + name_len)
        return false;
    *name = bytes_part(row, ROW_SIZE, name_len);
    *piece = (struct archive_piece){
        .packed = {.how = bytes_le(row, 10, 2) == DEFLATED ? ARCHIVE_PACKED : ARCHIVE_STORED,
                   .crc = bytes_le(row, 16, 4),
                   .size = bytes_le(row, 24, 4)},
        .at = (uint64_t)bytes_le(row, 42, 4) + HEAD_SIZE + name_len,
        .len = bytes_le(row, 20, 4)};
    *directory = str_from(row, ROW_SIZE + name_len);
    return true;
}

void archive_before_open(struct archive_before *before, struct arena *arena,
                         const struct fs_pieces *file)
{
    struct str directory = archive_directory(file, arena), name;
    struct archive_piece piece;
    *before = (struct archive_before){.open = true, .file = *file};
    map_init(&before->pieces, arena);
    while (cut_row(&directory, &name, &piece)) {
        struct archive_piece *kept = arena_new(arena, struct archive_piece);
        *kept = piece;
        struct archive_piece *first = map_add(&before->pieces, name, kept);
        if (first != kept)
            first->at = UINT64_MAX; /* which of the two is meant, nobody knows */
    }
}

bool archive_before_put(const struct archive_before *before, struct str name, struct packed *packed,
                        struct buf *out)
{
    const struct archive_piece *piece = before->open ? map_get(&before->pieces, name) : NULL;
    if (!piece || !fs_pieces_put(&before->file, out, piece->at, piece->len))
        return false;
    *packed = piece->packed;
    return true;
}

void archive_before_close(struct archive_before *before)
{
    if (before->open)
        fs_pieces_close(&before->file);
    before->open = false;
}
