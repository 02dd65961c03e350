#ifndef COMPARE_VERIFY_H
#define COMPARE_VERIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fs.h"
#include "publish/manifest.h"
#include "publish/sign.h"

/*
 * Whether a copy of a published folder is whole and unchanged, and whose it is.
 *
 *     struct verification found;
 *     verify_folder(&found, &arena, &root, &key, threads);     // or NULL for the key
 *     if (!verify_is_whole(&found) || !verify_is_signed(&found)) …
 *
 * Every file that SHA256SUMS names is read, on several threads, and nothing else but that and its
 * signature. Without a key the list is believed: whoever changed a file may have changed the list.
 *
 *     missing    in the list, and nothing stands there
 *     changed    has other bytes, or is no ordinary file any more: a link, a folder
 *     foreign    a file that is not in the list (publish/manifest.h knows those that never are).
 *                Empty folders are not told of: nothing can be read in them
 *
 * All paths are views into the arena, each list sorted.
 */
struct verify_paths {
    struct str *items;
    size_t len, cap;
};

enum verify_list {
    VERIFY_LISTED,
    VERIFY_NO_LIST,
    VERIFY_BAD_LIST, /* it is not as samling writes it; the three lists below are empty */
};

enum verify_signature { VERIFY_UNSIGNED, VERIFY_UNREADABLE, VERIFY_NOT_ASKED, VERIFY_ASKED };

struct verification {
    enum verify_list list;
    size_t bad_line; /* of a bad list, from 1 */
    struct str sums; /* the text of the list */
    struct manifest manifest;
    struct verify_paths missing, changed, foreign;
    enum verify_signature signature;
    struct signed_by by;     /* unless it is unsigned or unreadable */
    enum sign_status status; /* if it was asked, with the key */
};

/* `key` may be NULL. The folder must not change meanwhile. */
void verify_folder(struct verification *found, struct arena *arena, const struct fs_root *folder,
                   const struct public_key *key, size_t threads);

/* Looks at the signature alone, of a list that has been read. */
void verify_signature(struct verification *found, struct arena *arena, const struct fs_root *folder,
                      const struct public_key *key);

/* Whether every file is there as the list says; and whether there are none besides. */
bool verify_is_whole(const struct verification *found);
bool verify_is_clean(const struct verification *found);

/* Whether a signature was asked for and holds. */
bool verify_is_signed(const struct verification *found);

#endif
