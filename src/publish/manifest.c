#include "publish/manifest.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#define GAP STR("  ")

static size_t manifest_size(const struct manifest *manifest)
{
    size_t size = manifest->len * (HASH_DIGITS + GAP.len + 1);
    for (size_t i = 0; i < manifest->len; i++)
        size += manifest->items[i].path.len;
    return size;
}

void manifest_put(struct buf *out, const struct manifest *manifest)
{
    buf_room(out, manifest_size(manifest));
    for (size_t i = 0; i < manifest->len; i++) {
        hash_put(out, manifest->items[i].hash);
        buf_put(out, GAP);
        buf_put(out, manifest->items[i].path);
        buf_byte(out, '\n');
    }
}

/*
 * Whether a path is relative, without `.`, `..` or an empty part, and has no byte
 * that sha256sum would escape.
 */
static bool is_path(struct str path)
{
    for (size_t i = 0; i < path.len; i++)
        if ((unsigned char)path.ptr[i] < ' ' || path.ptr[i] == '\\')
            return false;
    for (struct str rest = path, part; str_cut(&rest, '/', &part);)
        if (part.len == 0 || str_eq(part, STR(".")) || str_eq(part, STR("..")))
            return false;
    return path.len > 0;
}

static bool parse_line(struct str line, struct manifest_entry *entry)
{
    size_t start = HASH_DIGITS + GAP.len;
    if (line.len <= start || !str_eq(str_slice(line, HASH_DIGITS, start), GAP))
        return false;
    entry->path = str_from(line, start);
    return hash_parse(str_slice(line, 0, HASH_DIGITS), &entry->hash) && is_path(entry->path);
}

bool manifest_parse(struct manifest *manifest, struct arena *arena, struct str text)
{
    *manifest = (struct manifest){0};
    struct str before = {0};
    for (struct str rest = text, line; rest.len && str_cut(&rest, '\n', &line);) {
        struct manifest_entry entry;
        if (!rest.ptr || !parse_line(line, &entry) || str_cmp(before, entry.path) >= 0)
            return false;
        before = entry.path;
        vec_push(arena, manifest, entry);
    }
    return true;
}

bool manifest_leaves_out(struct str path)
{
    return str_eq(path, MANIFEST_PATH) || str_eq(path, MANIFEST_SIGNATURE_PATH) ||
           str_eq(path, STR(".gitignore"));
}

static int by_path(const void *key, const void *item)
{
    return str_cmp(*(const struct str *)key, ((const struct manifest_entry *)item)->path);
}

const struct manifest_entry *manifest_find(const struct manifest *manifest, struct str path)
{
    if (manifest->len == 0)
        return NULL;
    return bsearch(&path, manifest->items, manifest->len, sizeof *manifest->items, by_path);
}
