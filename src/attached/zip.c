#include "attached/zip.h"

#include "base/bytes.h"

enum { END_SIZE = 22, ENTRY_SIZE = 46, LOCAL_SIZE = 30, COMMENT_MAX = 65535 };

/* The record at the end is followed by a comment whose length it has: looked for backwards. */
bool zip_open(struct zip *zip, struct str bytes)
{
    size_t most = END_SIZE + COMMENT_MAX;
    size_t first = bytes.len > most ? bytes.len - most : 0;
    for (size_t at = bytes.len < END_SIZE ? 0 : bytes.len - END_SIZE + 1; at-- > first;) {
        if (!bytes_have(bytes, at, STR("PK\5\6")) ||
            at + END_SIZE + bytes_le(bytes, at + 20, 2) != bytes.len)
            continue;
        size_t size = bytes_le(bytes, at + 12, 4), start = bytes_le(bytes, at + 16, 4);
        zip->rest = bytes_part(bytes, start, size);
        zip->left = bytes_le(bytes, at + 10, 2);
        return zip->rest.len == size && (zip->left == 0 || bytes_have(bytes, start, STR("PK\1\2")));
    }
    return false;
}

bool zip_next(struct zip *zip, struct str *name)
{
    if (zip->left == 0 || !str_starts(zip->rest, STR("PK\1\2")))
        return false;
    size_t len = bytes_le(zip->rest, 28, 2);
    size_t more = bytes_le(zip->rest, 30, 2) + bytes_le(zip->rest, 32, 2);
    *name = bytes_part(zip->rest, ENTRY_SIZE, len);
    zip->rest = bytes_part(zip->rest, ENTRY_SIZE + len + more, zip->rest.len);
    zip->left--;
    return true;
}

struct str zip_first(struct str bytes, struct str name)
{
    bool stored = bytes_le(bytes, 8, 2) == 0;
    if (!stored || bytes_le(bytes, 26, 2) != name.len || !bytes_have(bytes, LOCAL_SIZE, name))
        return (struct str){0};
    size_t start = LOCAL_SIZE + name.len + bytes_le(bytes, 28, 2);
    return bytes_part(bytes, start, bytes_le(bytes, 18, 4));
}
