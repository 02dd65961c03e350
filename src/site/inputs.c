#include "site/inputs.h"

#include "base/arena.h"
#include "base/fs_again.h"
#include "base/vec.h"
#include "collection/collection.h"

/* What is shown of the theme's path before the part that is in its root. */
static struct str theme_before(const struct theme_layer *theme)
{
    return str_slice(theme->shown, 0, theme->shown.len - theme->folder.len);
}

static void inputs_add(struct fs_list *inputs, unsigned how, struct arena *arena,
                       const struct fs_root *root, struct str folder, struct str before)
{
    uint64_t now = fs_stamp_now();
    struct arena walked;
    struct fs_list found = {0};
    arena_init(&walked);
    fs_walk(root, folder, how | FS_STAMPED, &walked, &found);
    vec_room(arena, inputs, found.len);
    for (size_t i = 0; i < found.len; i++) {
        struct fs_entry file = found.items[i];
        file.path = STR_JOIN(arena, before, file.path);
        if (fs_stamp_is_young(&file.stamp, now))
            file.stamp = (struct fs_stamp){0};
        vec_push(arena, inputs, file);
    }
    arena_release(&walked);
}

void inputs_look(struct fs_list *inputs, unsigned how, struct arena *arena,
                 const struct fs_root *root, const struct theme_place *place)
{
    const struct theme_layer *theme = &place->layers[0];
    inputs_add(inputs, how, arena, root, STR(CONTENT_FOLDER), STR(""));
    inputs_add(inputs, how, arena, theme->root, theme->folder, theme_before(theme));
}

/* ---- another time ---- */

/* As fs_walk() does without FS_DOTTED. */
static bool is_hidden(struct str folder, struct str name)
{
    (void)folder;
    return name.ptr[0] == '.';
}

static bool input_stands(struct fs_again *again, const struct fs_entry *input, struct str path)
{
    struct fs_stamp stamp = input->stamp;
    if (fs_path_is_folder(path))
        return fs_again_folder(again, path, &stamp);
    return fs_stamp_is_known(&input->stamp) && fs_again_file(again, path, &stamp) &&
           fs_stamp_eq(&stamp, &input->stamp);
}

bool inputs_stand(const struct fs_list *before, struct arena *arena, const struct fs_root *root,
                  const struct theme_place *place)
{
    const struct theme_layer *theme = &place->layers[0];
    struct str theme_start = STR_JOIN(arena, theme->shown, STR("/"));
    size_t above = theme_before(theme).len, of_theme = 0;
    struct fs_again content, themes;
    bool same = true;
    fs_again_begin(&content, root, is_hidden);
    fs_again_begin(&themes, theme->root, is_hidden);
    for (size_t i = 0; same && i < before->len; i++) {
        const struct fs_entry *input = &before->items[i];
        bool in_theme = str_starts(input->path, theme_start);
        of_theme += in_theme;
        same = in_theme ? input_stands(&themes, input, str_from(input->path, above))
                        : input_stands(&content, input, input->path);
    }
    same = fs_again_end(&content) && same;
    return fs_again_end(&themes) && same && 0 < of_theme && of_theme < before->len;
}
