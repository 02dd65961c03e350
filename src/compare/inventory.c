#include "compare/inventory.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/fs_hash.h"
#include "base/fs_walk.h"
#include "base/vec.h"
#include "publish/manifest.h"

static void check_site(const struct inventory *inventory)
{
    if (fs_check_readable(&inventory->root, STR("index.html"), SIZE_MAX) != FS_OK)
        die(SAID("%.*s er ikke et publisert nettsted: der er det ingen index.html",
                 "%.*s is not a published site: there is no index.html in it"),
            STR_ARG(inventory->root.path));
}

static void add_listed(struct inventory *inventory, struct arena *arena,
                       const struct manifest *manifest)
{
    for (size_t i = 0; i < manifest->len; i++) {
        struct inventory_file file = {manifest->items[i].path, manifest->items[i].hash, 0};
        if (fs_size(&inventory->root, file.path, &file.size) == FS_OK)
            vec_push(arena, &inventory->files, file);
        else
            vec_push(arena, &inventory->missing, file.path);
    }
}

static void add_hashed(struct inventory *inventory, struct arena *arena, struct str path)
{
    struct inventory_file file = {.path = path};
    if (fs_hash(&inventory->root, path, &file.hash) == FS_OK &&
        fs_size(&inventory->root, path, &file.size) == FS_OK)
        vec_push(arena, &inventory->files, file);
}

void inventory_take(struct inventory *inventory, struct arena *arena, struct str folder)
{
    *inventory = (struct inventory){.root = fs_root_open(arena, folder)};
    check_site(inventory);
    struct str sums;
    struct manifest manifest = {0};
    struct fs_list found = {0};
    inventory->listed =
        fs_read(&inventory->root, MANIFEST_PATH, MANIFEST_MAX, arena, &sums) == FS_OK &&
        manifest_parse(&manifest, arena, sums);
    if (inventory->listed)
        add_listed(inventory, arena, &manifest);
    fs_walk(&inventory->root, STR(""), FS_DOTTED, arena, &found);
    for (size_t i = 0; i < found.len; i++) {
        struct str path = found.items[i].path;
        if (manifest_leaves_out(path) || (inventory->listed && manifest_find(&manifest, path)))
            continue;
        if (inventory->listed)
            vec_push(arena, &inventory->beside, path);
        else if (found.items[i].kind == FS_FILE)
            add_hashed(inventory, arena, path);
    }
}

void inventory_close(struct inventory *inventory)
{
    fs_root_close(&inventory->root);
}

static int file_by_path(const void *key, const void *item)
{
    return str_cmp(*(const struct str *)key, ((const struct inventory_file *)item)->path);
}

const struct inventory_file *inventory_find(const struct inventory *inventory, struct str path)
{
    if (inventory->files.len == 0)
        return NULL;
    return bsearch(&path, inventory->files.items, inventory->files.len,
                   sizeof *inventory->files.items, file_by_path);
}
