#include "serve/seen.h"

#include "base/map.h"
#include "base/vec.h"

void seen_init(struct seen *seen)
{
    *seen = (struct seen){0};
    arena_init(&seen->arenas[0]);
    arena_init(&seen->arenas[1]);
}

void seen_release(struct seen *seen)
{
    arena_release(&seen->arenas[0]);
    arena_release(&seen->arenas[1]);
}

static void add_change(struct arena *arena, struct seen_changes *changes,
                       const struct fs_entry *was, const struct fs_entry *is)
{
    bool same = was && is && fs_stamp_is_known(&is->stamp) && fs_stamp_eq(&was->stamp, &is->stamp);
    if (!same)
        vec_push(arena, changes,
                 ((struct seen_change){.path = is ? is->path : was->path,
                                       .stamp = is ? is->stamp : (struct fs_stamp){0},
                                       .there = is != NULL,
                                       .was_there = was != NULL}));
}

/*
 * Both lists have two parts, each sorted by path: content and theme. Most often nothing has come or
 * gone, and then the same place has the same file.
 */
static void compare_seen(struct arena *arena, const struct fs_list *was, const struct fs_list *is,
                         struct seen_changes *changes)
{
    struct map paths;
    map_init(&paths, arena);
    bool aligned = was->len == is->len;
    for (size_t i = 0; aligned && i < is->len; i++)
        aligned = str_eq(was->items[i].path, is->items[i].path);
    for (size_t i = 0; aligned && i < is->len; i++)
        add_change(arena, changes, &was->items[i], &is->items[i]);
    if (aligned)
        return;
    for (size_t i = 0; i < is->len; i++)
        map_add(&paths, is->items[i].path, &is->items[i]);
    for (size_t i = 0; i < was->len; i++)
        if (!map_get(&paths, was->items[i].path))
            add_change(arena, changes, &was->items[i], NULL);
    map_init(&paths, arena);
    for (size_t i = 0; i < was->len; i++)
        map_add(&paths, was->items[i].path, &was->items[i]);
    for (size_t i = 0; i < is->len; i++)
        add_change(arena, changes, map_get(&paths, is->items[i].path), &is->items[i]);
}

void seen_look(struct seen *seen, const struct site *site, struct seen_changes *changes)
{
    struct fs_list was = seen->files;
    seen->turn = !seen->turn;
    struct arena *arena = &seen->arenas[seen->turn];
    arena_reset(arena);
    seen->files = (struct fs_list){0};
    inputs_look(&seen->files, 0, arena, &site->root, &site->theme_place);
    *changes = (struct seen_changes){0};
    compare_seen(arena, &was, &seen->files, changes);
}
