#include "publish/neighbours.h"

#include "base/arena.h"
#include "base/confine.h"
#include "base/die.h"
#include "base/fs.h"
#include "base/fs_place.h"

struct neighbours neighbours_of(struct arena *arena, struct str output)
{
    struct neighbours all;
    while (output.len > 1 && output.ptr[output.len - 1] == '/')
        output.len--;
    all.shown = str_copy(arena, output);
    all.parent = fs_folder_of(all.shown);
    all.name = str_name(all.shown); /* a plain one, since «.public.new» is made beside it */
    if (all.name.len == 0 || str_eq(all.name, STR(".")) || str_eq(all.name, STR("..")))
        die(SAID("kan ikke publisere til «%s»: oppgi navnet på en mappe",
                 "cannot publish to “%s”: give the name of a folder"),
            all.shown.ptr);
    all.fresh = STR_JOIN(arena, STR("."), all.name, STR(".new"));
    all.aside = STR_JOIN(arena, STR("."), all.name, STR(".old"));
    all.lock = STR_JOIN(arena, STR("."), all.name, STR(".lock"));
    all.built = STR_JOIN(arena, STR("."), all.name, STR(".built"));
    return all;
}

void neighbours_allow(struct confine *confine, struct arena *arena, struct str output)
{
    struct neighbours all = neighbours_of(arena, output);
    struct fs_root parent;
    if (!fs_root_try(arena, all.parent, &parent))
        return;
    fs_root_allow(&parent, STR("."), confine, CONFINE_PUBLISH);
    fs_root_allow(&parent, all.name, confine, CONFINE_READ);
    fs_root_allow(&parent, all.aside, confine, CONFINE_READ); /* it may become the old site */
    fs_root_allow(&parent, all.built, confine, CONFINE_READ);
    fs_root_close(&parent);
}

void neighbours_check_output(const struct neighbours *at, const struct fs_root *parent)
{
    enum fs_kind kind;
    bool there = fs_kind_of(parent, at->name, &kind);
    if (there && kind == FS_MOUNT)
        die(SAID("kan ikke publisere til %s: mappen er et eget filsystem, som er montert der; "
                 "publiser til en mappe inne i den",
                 "cannot publish to %s: the folder is a file system of its own, which is mounted "
                 "there; publish to a folder inside it"),
            at->shown.ptr);
    if (there && kind == FS_LINK)
        die(SAID("kan ikke publisere til %s: det er en lenke, ikke en mappe; oppgi mappen som den "
                 "fører til",
                 "cannot publish to %s: it is a link, not a folder; give the folder that it leads "
                 "to"),
            at->shown.ptr);
    if (there && kind != FS_FOLDER)
        die(SAID("kan ikke publisere til %s: det er en fil, ikke en mappe",
                 "cannot publish to %s: it is a file, not a folder"),
            at->shown.ptr);
}
