#ifndef COMPARE_INVENTORY_H
#define COMPARE_INVENTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fs.h"
#include "base/hash.h"
#include "base/str.h"

struct arena;

/*
 * What a published folder holds: every file of the site with hash and size.
 *
 *     struct inventory inventory;
 *     inventory_take(&inventory, &arena, STR("public"));
 *     … fs_read(&inventory.root, inventory.files.items[i].path, …)
 *     inventory_close(&inventory);
 *
 * The hashes are taken from SHA256SUMS without reading the files, so they may be
 * wrong if a file was changed. In a folder without one, or with one that we did not
 * write, every file is read instead. Links are not followed, and are never pages. A
 * folder without index.html is no site: the program ends.
 */
struct inventory_file {
    struct str path;
    struct hash hash;
    size_t size; /* bytes */
};

struct inventory_paths {
    struct str *items;
    size_t len, cap;
};

struct inventory {
    struct fs_root root;
    bool listed; /* there is a SHA256SUMS that we wrote */
    struct {
        struct inventory_file *items;
        size_t len, cap;
    } files;                        /* by path */
    struct inventory_paths missing; /* in SHA256SUMS but not in the folder */
    struct inventory_paths beside;  /* in the folder but not in SHA256SUMS */
};

void inventory_take(struct inventory *inventory, struct arena *arena, struct str folder);
void inventory_close(struct inventory *inventory);

/* Returns the file at a path, or NULL. */
const struct inventory_file *inventory_find(const struct inventory *inventory, struct str path);

#endif
