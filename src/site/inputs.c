#include "site/inputs.h"

#include "base/arena.h"
#include "base/vec.h"
#include "collection/collection.h"

static void inputs_add(struct fs_list *inputs, struct arena *arena, const struct fs_root *root,
                       struct str folder, struct str before)
{
    uint64_t now = fs_stamp_now();
    struct fs_list found = {0};
    fs_walk(root, folder, FS_STAMPED, arena, &found);
    for (size_t i = 0; i < found.len; i++) {
        struct fs_entry file = found.items[i];
        file.path = before.len ? STR_JOIN(arena, before, file.path) : file.path;
        if (fs_stamp_is_young(&file.stamp, now))
            file.stamp = (struct fs_stamp){0};
        vec_push(arena, inputs, file);
    }
}

void inputs_look(struct fs_list *inputs, struct arena *arena, const struct fs_root *root,
                 const struct theme_place *place)
{
    const struct theme_layer *theme = &place->layers[0];
    struct str before = str_slice(theme->shown, 0, theme->shown.len - theme->folder.len);
    inputs_add(inputs, arena, root, STR(CONTENT_FOLDER), STR(""));
    inputs_add(inputs, arena, theme->root, theme->folder, before);
}
