#include "commands/before.h"

#include "base/arena.h"
#include "base/die.h"
#include "base/fs.h"
#include "base/fs_place.h"
#include "base/vec.h"
#include "collection/collection.h"
#include "publish/manifest.h"

/* Adds the pages of a published folder. False if this is not its SHA256SUMS. */
static bool add_pages(struct published *before, struct arena *arena, const struct fs_root *root,
                      struct str path)
{
    struct str text;
    struct manifest manifest = {0};
    if (fs_read(root, path, MANIFEST_MAX, arena, &text) != FS_OK ||
        !manifest_parse(&manifest, arena, text))
        return false;
    for (size_t i = 0; i < manifest.len; i++)
        if (str_ends(manifest.items[i].path, STR(".html")))
            vec_push(arena, before, ((struct published_path){.path = manifest.items[i].path}));
    return true;
}

/* Adds a list of addresses. False if there is none. */
static bool add_list(struct published *before, struct arena *arena, const struct fs_root *root,
                     struct str path)
{
    struct diags faults;
    diag_init(&faults);
    published_read(before, arena, root, path, &faults);
    if (diag_count(&faults, SEVERITY_ERROR))
        die(SAID("--base: %.*s/%.*s er ikke en liste over adresser",
                 "--base: %.*s/%.*s is not a list of addresses"),
            STR_ARG(root->path), STR_ARG(path));
    diag_release(&faults);
    return before->there;
}

static bool read_folder(struct published *before, struct arena *arena, const struct fs_root *root)
{
    bool listed = add_list(before, arena, root, STR(PATHS_FILE));
    bool published = add_pages(before, arena, root, MANIFEST_PATH) ||
                     add_pages(before, arena, root, STR("public/SHA256SUMS"));
    return listed || published;
}

static bool read_file(struct published *before, struct arena *arena, struct str path)
{
    struct fs_root root;
    if (!fs_root_try(arena, fs_folder_of(path), &root))
        return false;
    bool found = add_pages(before, arena, &root, str_name(path)) ||
                 add_list(before, arena, &root, str_name(path));
    fs_root_close(&root);
    return found;
}

void before_read(struct published *before, struct arena *arena, struct str path)
{
    struct fs_root root;
    bool folder = fs_root_try(arena, path, &root);
    *before = (struct published){0};
    if (!(folder ? read_folder(before, arena, &root) : read_file(before, arena, path)))
        die(SAID("--base: %.*s er verken en samling med " PATHS_FILE
                 ", en slik liste eller et publisert nettsted",
                 "--base: %.*s is neither a collection with " PATHS_FILE
                 ", such a list nor a published site"),
            STR_ARG(path));
    fs_root_close(&root);
}
