#include "search/named.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/vec.h"

struct str search_add_file(struct made_files *files, struct arena *arena,
                           const struct collection *collection, struct str stem, struct buf *bytes)
{
    struct made_file file = {.bytes = buf_take(bytes, arena)};
    struct str hash = str_slice(hash_hex(arena, hash_of(file.bytes)), 0, HASH_IN_INDEX);
    file.path =
        STR_JOIN(arena, collection->kind.search, STR("/"), stem, STR("-"), hash, STR(".js"));
    vec_push(arena, files, file);
    return hash;
}
