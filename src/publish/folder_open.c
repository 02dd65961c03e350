#include "publish/folder_parts.h"

#include <assert.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fs_write.h"

static void open_parent(struct folder *folder)
{
    if (!fs_root_try(folder->arena, folder->at.parent, &folder->parent))
        die(SAID("kan ikke publisere til %s: det er ingen mappe som heter %.*s; lag den først",
                 "cannot publish to %s: there is no folder %.*s; make it first"),
            folder->at.shown.ptr, STR_ARG(folder->at.parent));
    fs_root_keep_to_mount(&folder->parent);
    fs_root_open_to_all(&folder->parent);
    folder->fresh_path = STR_JOIN(folder->arena, folder->at.parent, STR("/"), folder->at.fresh);
}

static bool has_neighbour(const struct folder *folder, struct str name)
{
    enum fs_kind kind;
    return fs_kind_of(&folder->parent, name, &kind);
}

static void take_lock(struct folder *folder)
{
    long holder;
    if (fs_lock_take(&folder->lock, &folder->parent, folder->at.lock, &holder))
        return;
    if (holder)
        die(SAID("et annet bygg (prosess %ld) publiserer til %s; vent til det er ferdig",
                 "another build (process %ld) is publishing to %s; wait until it is done"),
            holder, folder->at.shown.ptr);
    die(SAID("et annet bygg publiserer til %s; vent til det er ferdig",
             "another build is publishing to %s; wait until it is done"),
        folder->at.shown.ptr);
}

static void clear_litter(struct folder *folder)
{
    bool has_aside = has_neighbour(folder, folder->at.aside);
    folder->interrupted = has_aside || has_neighbour(folder, folder->at.fresh);
    if (has_aside && !has_neighbour(folder, folder->at.name))
        fs_rename(&folder->parent, folder->at.aside, folder->at.name);
    fs_remove(&folder->parent, folder->at.aside);
    fs_remove(&folder->parent, folder->at.fresh);
}

/* ---- giving up ---- */

void folder_close(struct folder *folder)
{
    struct fs_root fresh = {.fd = atomic_load(&folder->fresh_fd)};
    fs_root_close(&fresh);
    fs_root_close(&folder->old);
    fs_lock_release(&folder->lock, &folder->parent);
    fs_root_close(&folder->parent);
}

void folder_abandon(struct folder *folder)
{
    fs_remove(&folder->parent, folder->at.fresh);
    folder_close(folder);
}

_Noreturn void folder_refuse(struct folder *folder, struct str path)
{
    folder_abandon(folder);
    die(SAID("%s/%.*s finnes fra før og er ikke laget av samling; flytt den, eller publiser til en "
             "annen mappe",
             "%s/%.*s exists already and was not made by samling; move it, or publish to another "
             "folder"),
        folder->at.shown.ptr, STR_ARG(path));
}

_Noreturn void folder_refuse_mount(struct folder *folder, struct str path)
{
    folder_abandon(folder);
    die(SAID("%s/%.*s ligger på et annet filsystem, som er montert der; flytt det ut av %s, eller "
             "publiser til en annen mappe",
             "%s/%.*s lies on another file system, which is mounted there; move it out of %s, or "
             "publish to another folder"),
        folder->at.shown.ptr, STR_ARG(path), folder->at.shown.ptr);
}

static struct str first_mount(const struct fs_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->items[i].kind == FS_MOUNT)
            return list->items[i].path;
    return (struct str){0};
}

struct str folder_find_mount(const struct folder *folder)
{
    struct fs_list found = {0};
    struct arena scratch;
    arena_init(&scratch);
    fs_walk_all(&folder->old, STR(""), 0, &scratch, &found);
    struct str path = first_mount(&found);
    if (path.ptr)
        path = str_copy(folder->arena, path);
    arena_release(&scratch);
    return path;
}

/*
 * The old folder is emptied in the end, so nobody's storage may be mounted in it. Before
 * anything is written we look for folders; files that are mounted are met on the way, for
 * nothing is opened beyond our mount.
 */
static void refuse_mounts(struct folder *folder)
{
    struct str path = first_mount(&folder->there);
    if (path.ptr)
        folder_refuse_mount(folder, path);
}

/* ---- what is there ---- */

/*
 * Whether the old list and this build have a path in common. If not, the list is not
 * that of a site of ours: publishing into a folder of downloads must not remove what
 * its SHA256SUMS names.
 */
static bool shares_a_path(const struct folder *folder)
{
    for (size_t i = 0; i < folder->after.len; i++)
        if (manifest_find(&folder->before, folder->paths[i]))
            return true;
    return false;
}

static void read_before(struct folder *folder)
{
    enum fs_status status =
        fs_read(&folder->old, MANIFEST_PATH, MANIFEST_MAX, folder->arena, &folder->before_text);
    if (status == FS_ELSEWHERE)
        folder_refuse_mount(folder, MANIFEST_PATH);
    bool ours = status == FS_OK &&
                manifest_parse(&folder->before, folder->arena, folder->before_text) &&
                (folder->before.len == 0 || shares_a_path(folder));
    if (ours)
        return;
    folder->before = (struct manifest){0};
    folder->manifest_taken = status != FS_MISSING;
}

struct folder *folder_open(struct arena *arena, struct str output, const struct str *paths,
                           size_t count, unsigned flags)
{
    struct folder *folder = arena_new(arena, struct folder);
    folder->arena = arena;
    folder->flags = flags;
    folder->paths = arena_items(arena, struct str, count);
    folder->fates = arena_items(arena, enum fate, count);
    folder->made = arena_items(arena, struct built_file, count + 1);
    folder->after.items = arena_items(arena, struct manifest_entry, count);
    folder->after.len = count;
    for (size_t i = 0; i < count; i++) {
        folder->paths[i] = paths[i];
        assert(!str_eq(paths[i], MANIFEST_PATH) && (i == 0 || str_cmp(paths[i - 1], paths[i]) < 0));
    }
    atomic_init(&folder->fresh_fd, -1);
    folder->at = neighbours_of(arena, output);
    open_parent(folder);
    neighbours_check_output(&folder->at, &folder->parent);
    take_lock(folder);
    clear_litter(folder);
    if (fs_root_below(&folder->parent, folder->at.name, arena, &folder->old)) {
        folder->old.path = folder->at.shown;
        fs_walk_all(&folder->old, STR(""), FS_STAMPED, arena, &folder->there);
        refuse_mounts(folder);
        read_before(folder);
    }
    return folder;
}

void folder_set_stages(struct folder *folder, struct stages *stages)
{
    folder->stages = stages;
}
