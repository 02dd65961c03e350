#ifndef PUBLISH_MANIFEST_H
#define PUBLISH_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/hash.h"
#include "base/str.h"

struct arena;

/*
 * SHA256SUMS: every file of a published site with its hash.
 *
 * The format is that of coreutils: 64 lower-case hexadecimal digits, two
 * spaces, the path, a newline; so anybody can check a copy with
 * `sha256sum -c SHA256SUMS`. The lines are sorted by the bytes of the path.
 * The file does not list itself, nor what somebody else put beside the site.
 */
#define MANIFEST_PATH STR("SHA256SUMS")

struct manifest_entry {
    struct str path;
    struct hash hash;
};

struct manifest {
    struct manifest_entry *items; /* by path, each path once */
    size_t len, cap;
};

/* The text of the file. */
struct str manifest_format(const struct manifest *manifest, struct arena *arena);

/*
 * Reads what manifest_format() wrote, and nothing else: false for any other
 * order, spacing or line end, and for a path that is not below the folder.
 * Paths are views into `text`.
 */
bool manifest_parse(struct manifest *manifest, struct arena *arena, struct str text);

/* The entry of a path, or NULL. */
const struct manifest_entry *manifest_find(const struct manifest *manifest, struct str path);

#endif
