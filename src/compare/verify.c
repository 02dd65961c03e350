#include "compare/verify.h"

#include "base/arena.h"
#include "base/fs_hash.h"
#include "base/fs_walk.h"
#include "base/vec.h"
#include "base/workers.h"

enum state { STATE_SAME, STATE_MISSING, STATE_CHANGED };

struct verifier {
    const struct fs_root *folder;
    const struct manifest *manifest;
    enum state *states; /* of every file in the list */
};

/* ---- the list ---- */

static void read_list(struct verification *found, struct arena *arena, const struct fs_root *folder)
{
    found->list = VERIFY_NO_LIST;
    if (fs_read(folder, MANIFEST_PATH, MANIFEST_MAX, arena, &found->sums) != FS_OK)
        return;
    found->list = VERIFY_LISTED;
    if (manifest_parse(&found->manifest, arena, found->sums) && found->manifest.len)
        return;
    found->list = VERIFY_BAD_LIST;
    found->bad_line = found->manifest.len + 1;
}

void verify_signature(struct verification *found, struct arena *arena, const struct fs_root *folder,
                      const struct public_key *key)
{
    struct str file;
    switch (fs_read(folder, MANIFEST_SIGNATURE_PATH, SIGN_FILE_MAX, arena, &file)) {
    case FS_MISSING: found->signature = VERIFY_UNSIGNED; return;
    case FS_OK: break;
    default: found->signature = VERIFY_UNREADABLE; return;
    }
    if (!sign_read(file, &found->by)) {
        found->signature = VERIFY_UNREADABLE;
    } else if (!key) {
        found->signature = VERIFY_NOT_ASKED;
    } else {
        found->signature = VERIFY_ASKED;
        found->status = sign_check(file, key, found->sums, &found->by);
    }
}

/* ---- the files ---- */

static void verify_file(void *context, size_t index, size_t worker)
{
    const struct verifier *verifier = context;
    const struct manifest_entry *entry = &verifier->manifest->items[index];
    struct hash hash;
    (void)worker;
    switch (fs_hash(verifier->folder, entry->path, &hash)) {
    case FS_MISSING: verifier->states[index] = STATE_MISSING; return;
    case FS_OK:
        if (hash_eq(hash, entry->hash))
            return;
        break;
    default: break;
    }
    verifier->states[index] = STATE_CHANGED;
}

static void compare_files(struct verification *found, struct arena *arena,
                          const struct fs_root *folder, size_t threads)
{
    const struct manifest *manifest = &found->manifest;
    struct verifier verifier = {folder, manifest, arena_items(arena, enum state, manifest->len)};
    workers_run(threads, manifest->len, verify_file, &verifier);
    for (size_t i = 0; i < manifest->len; i++)
        if (verifier.states[i] == STATE_MISSING)
            vec_push(arena, &found->missing, manifest->items[i].path);
        else if (verifier.states[i] == STATE_CHANGED)
            vec_push(arena, &found->changed, manifest->items[i].path);
}

static void find_foreign(struct verification *found, struct arena *arena,
                         const struct fs_root *folder)
{
    struct fs_list all = {0};
    fs_walk(folder, STR(""), FS_DOTTED, arena, &all);
    for (size_t i = 0; i < all.len; i++)
        if (!manifest_leaves_out(all.items[i].path) &&
            !manifest_find(&found->manifest, all.items[i].path))
            vec_push(arena, &found->foreign, all.items[i].path);
}

void verify_folder(struct verification *found, struct arena *arena, const struct fs_root *folder,
                   const struct public_key *key, size_t threads)
{
    *found = (struct verification){0};
    read_list(found, arena, folder);
    verify_signature(found, arena, folder, key);
    if (found->list != VERIFY_LISTED)
        return;
    compare_files(found, arena, folder, threads);
    find_foreign(found, arena, folder);
}

bool verify_is_whole(const struct verification *found)
{
    return found->list == VERIFY_LISTED && !found->missing.len && !found->changed.len;
}

bool verify_is_clean(const struct verification *found)
{
    return verify_is_whole(found) && !found->foreign.len;
}

bool verify_is_signed(const struct verification *found)
{
    return found->signature == VERIFY_ASKED && found->status == SIGN_HOLDS;
}
