#ifndef BASE_FS_HASH_H
#define BASE_FS_HASH_H

#include "base/fs.h"
#include "base/hash.h"

/*
 * Stores the hash of a whole file, which is read piece by piece; a part of base/fs.h. May be called
 * from any thread.
 */
enum fs_status fs_hash(const struct fs_root *root, struct str path, struct hash *hash);

#endif
