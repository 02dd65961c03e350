#include "commands/rebuilt.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs_program.h"
#include "base/said.h"

/* Returns the line that tells the program and what it was asked; absent if it is not known. */
static struct str maker_of(struct arena *arena, struct str asked)
{
    struct buf maker = BUF_INIT;
    buf_lit(&maker, SAMLING_VERSION " ");
    bool known = fs_program_put_stamps(&maker);
    buf_put(&maker, asked);
    struct str line = buf_finish(&maker, arena);
    return known ? line : (struct str){0};
}

/* What is told is kept with the language before it. */
static struct str in_language(void)
{
    return str_of(SAID("nb ", "en "));
}

static bool open_beside(struct fs_root *parent, struct neighbours *at, struct arena *arena,
                        struct str output)
{
    *at = neighbours_of(arena, output);
    if (!fs_root_try(arena, at->parent, parent))
        return false;
    fs_root_keep_to_mount(parent);
    return true;
}

void rebuilt_begin(struct rebuilt *rebuilt, struct arena *arena, struct str output,
                   struct str asked)
{
    struct fs_root parent;
    struct neighbours at;
    *rebuilt = (struct rebuilt){.output = output, .now.maker = maker_of(arena, asked)};
    if (!open_beside(&parent, &at, arena, output))
        return;
    built_read(&rebuilt->before, arena, &parent, at.built);
    fs_root_close(&parent);
}

struct str rebuilt_told(const struct rebuilt *rebuilt, struct arena *arena, const struct site *site)
{
    const struct built *before = &rebuilt->before;
    struct fs_root parent;
    struct neighbours at;
    struct str language = in_language();
    if (!str_starts(before->told, language) || !str_eq(before->maker, rebuilt->now.maker) ||
        !inputs_stand(&before->inputs, arena, &site->root, &site->theme_place) ||
        !open_beside(&parent, &at, arena, rebuilt->output))
        return (struct str){0};
    bool stands = built_stands(before, &parent, &at, arena);
    fs_root_close(&parent);
    return stands ? str_from(before->told, language.len) : (struct str){0};
}

void rebuilt_look(struct rebuilt *rebuilt, struct arena *arena, const struct site *site)
{
    inputs_look(&rebuilt->now.inputs, FS_FOLDERS, arena, &site->root, &site->theme_place);
}

void rebuilt_keep_told(struct rebuilt *rebuilt, struct arena *arena, struct str told)
{
    rebuilt->now.told = STR_JOIN(arena, in_language(), told);
}
