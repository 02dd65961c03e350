#ifndef PUBLISH_MANIFEST_H
#define PUBLISH_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "base/str.h"

struct arena;
struct buf;

/*
 * SHA256SUMS: every file of a published site with its hash.
 *
 * The format is that of coreutils: 64 lower-case hexadecimal digits, two spaces, the
 * path, a newline. So `sha256sum -c SHA256SUMS` checks any copy of the site. The lines
 * are sorted by the bytes of the path. The file lists neither itself nor its signature
 * (publish/sign.h), nor foreign files in the folder (publish/folder.h).
 */
#define MANIFEST_PATH           STR("SHA256SUMS")
#define MANIFEST_SIGNATURE_PATH STR("SHA256SUMS.minisig")

enum { MANIFEST_MAX = 256 * 1024 * 1024 };

/*
 * Whether a file is no file of the site, but may stand in its folder: SHA256SUMS itself, its
 * signature, and the .gitignore of a folder that git shall know and not keep.
 */
bool manifest_leaves_out(struct str path);

struct manifest_entry {
    struct str path;
    struct hash hash;
};

struct manifest {
    struct manifest_entry *items; /* by path, each path once */
    size_t len, cap;
};

/* Appends the text of the file. */
void manifest_put(struct buf *out, const struct manifest *manifest);

/*
 * Reads a text that manifest_put() has written. Returns false for any other order,
 * spacing or line end, and for a path that leads out of the folder; then `len` lines before
 * that were right. The paths are views into `text`.
 */
bool manifest_parse(struct manifest *manifest, struct arena *arena, struct str text);

/* Returns the entry of a path, or NULL. */
const struct manifest_entry *manifest_find(const struct manifest *manifest, struct str path);

#endif
