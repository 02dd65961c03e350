#include "publish/folder.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fs.h"
#include "base/fs_lock.h"
#include "base/fs_write.h"
#include "base/hash.h"
#include "base/stages.h"
#include "base/workers.h"
#include "publish/manifest.h"
#include "publish/neighbours.h"
#include "publish/survey.h"

enum { BATCH_SIZE = 512, PRIVATE = 0700, COMMON = 0755 };

enum fate {
    FATE_NONE,    /* not put yet */
    FATE_KEPT,    /* the old file has these bytes */
    FATE_WRITTEN, /* is written to the new folder */
    FATE_TAKEN,   /* a foreign file with other bytes stands at its path */
    FATE_MOUNTED, /* a file on another mount stands at its path */
    FATE_LEFT_OUT,
};

struct folder {
    struct arena *arena;
    unsigned flags;
    struct neighbours at;   /* the output, and what is made beside it */
    struct str fresh_path;  /* the path of «.public.new», for messages */
    struct fs_root parent;  /* the folder that they are in */
    struct fs_root old;     /* the output as it is; fd -1 if there is none */
    atomic_int fresh_fd;    /* .public.new; -1 until something is written */
    struct fs_lock lock;    /* held from open to close */
    bool interrupted;       /* an earlier build has left .new or .old behind */
    struct str before_text; /* the old SHA256SUMS; absent if there is none */
    struct manifest before; /* its entries; empty if it is foreign */
    bool manifest_taken;    /* there is a SHA256SUMS, and it is foreign */
    struct manifest after;  /* path and hash of every output */
    struct str *paths;      /* the same paths */
    enum fate *fates;       /* of every output */
    atomic_size_t bytes;    /* of all outputs */
    struct stages *stages;  /* NULL, or who asks */
};

/* ---- opening ---- */

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

static void close_folder(struct folder *folder)
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
    close_folder(folder);
}

static _Noreturn void folder_refuse(struct folder *folder, struct str path)
{
    folder_abandon(folder);
    die(SAID("%s/%.*s finnes fra før og er ikke laget av samling; flytt den, eller publiser til en "
             "annen mappe",
             "%s/%.*s exists already and was not made by samling; move it, or publish to another "
             "folder"),
        folder->at.shown.ptr, STR_ARG(path));
}

static _Noreturn void refuse_mount(struct folder *folder, struct str path)
{
    folder_abandon(folder);
    die(SAID("%s/%.*s ligger på et annet filsystem, som er montert der; flytt det ut av %s, eller "
             "publiser til en annen mappe",
             "%s/%.*s lies on another file system, which is mounted there; move it out of %s, or "
             "publish to another folder"),
        folder->at.shown.ptr, STR_ARG(path), folder->at.shown.ptr);
}

/* Returns the path of the first folder in the old site that is a mount, or the absent str. */
static struct str find_mount(const struct folder *folder)
{
    struct fs_list found = {0};
    struct str path = {0};
    struct arena scratch;
    arena_init(&scratch);
    fs_walk_all(&folder->old, STR(""), &scratch, &found);
    for (size_t i = 0; i < found.len && !path.ptr; i++)
        if (found.items[i].kind == FS_MOUNT)
            path = str_copy(folder->arena, found.items[i].path);
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
    struct str path = find_mount(folder);
    if (path.ptr)
        refuse_mount(folder, path);
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
        refuse_mount(folder, MANIFEST_PATH);
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
        refuse_mounts(folder);
        read_before(folder);
    }
    return folder;
}

void folder_set_stages(struct folder *folder, struct stages *stages)
{
    folder->stages = stages;
}

/* ---- putting ---- */

static struct fs_root fresh_at(const struct folder *folder, int fd)
{
    struct fs_root root = folder->parent;
    root.fd = fd;
    root.path = folder->fresh_path;
    return root;
}

/*
 * Returns the new folder. Several threads may make and open it at once; the first to
 * store its descriptor wins, and the others close theirs.
 */
static struct fs_root fresh_root(struct folder *folder)
{
    int fd = atomic_load(&folder->fresh_fd);
    if (fd >= 0)
        return fresh_at(folder, fd);
    /* Others must not see into it before it has the rights of the old one. */
    unsigned mode = folder->old.fd < 0 ? COMMON : PRIVATE;
    struct fs_root root = fs_root_make(&folder->parent, folder->at.fresh, mode, folder->fresh_path);
    if (!atomic_compare_exchange_strong(&folder->fresh_fd, &fd, root.fd)) {
        fs_root_close(&root);
        root.fd = fd;
    }
    return root;
}

static enum fate first_fate(struct folder_file *file, struct str path)
{
    const struct folder *folder = file->folder;
    if (folder->old.fd < 0)
        return FATE_WRITTEN;
    switch (fs_compare_begin(&file->old, &folder->old, path)) {
    case FS_OK: return FATE_KEPT;
    case FS_ELSEWHERE: return FATE_MOUNTED;
    default: return FATE_WRITTEN; /* survey_take() finds out what else stands there */
    }
}

static void begin_fresh(struct folder_file *file)
{
    struct fs_root fresh = fresh_root(file->folder);
    file->fresh = fs_create_begin(&fresh, file->folder->paths[file->index]);
}

struct folder_file folder_begin(struct folder *folder, size_t index)
{
    struct folder_file file = {.folder = folder, .index = index, .hashing = hash_begin()};
    assert(folder->fates[index] == FATE_NONE);
    folder->fates[index] = first_fate(&file, folder->paths[index]);
    if (folder->fates[index] == FATE_WRITTEN)
        begin_fresh(&file);
    return file;
}

static void part_from_old(struct folder_file *file)
{
    struct folder *folder = file->folder;
    bool ours = manifest_find(&folder->before, folder->paths[file->index]);
    folder->fates[file->index] = ours ? FATE_WRITTEN : FATE_TAKEN;
    if (ours) {
        begin_fresh(file);
        fs_create_as_compared(&file->fresh, &file->old, file->len);
    }
    fs_compare_end(&file->old);
}

void folder_append(struct folder_file *file, struct str bytes)
{
    const enum fate *fate = &file->folder->fates[file->index];
    if (*fate == FATE_KEPT && !fs_compare_next(&file->old, bytes))
        part_from_old(file);
    if (*fate == FATE_WRITTEN)
        fs_create_append(&file->fresh, bytes);
    hash_append(file->hashing, bytes);
    file->len += bytes.len;
}

void folder_end(struct folder_file *file)
{
    struct folder *folder = file->folder;
    const enum fate *fate = &folder->fates[file->index];
    if (*fate == FATE_KEPT && !fs_compare_is_at_end(&file->old))
        part_from_old(file);
    if (*fate == FATE_KEPT)
        fs_compare_end(&file->old);
    if (*fate == FATE_WRITTEN)
        fs_create_end(&file->fresh);
    folder->after.items[file->index] =
        (struct manifest_entry){folder->paths[file->index], hash_end(file->hashing)};
    folder->bytes += file->len;
}

void folder_take_back(struct folder_file *file)
{
    struct folder *folder = file->folder;
    folder_end(file);
    folder->bytes -= file->len;
    if (folder->fates[file->index] == FATE_WRITTEN)
        fs_remove(&file->fresh.root, file->fresh.path);
    folder->fates[file->index] = FATE_LEFT_OUT;
}

void folder_put(struct folder *folder, size_t index, struct str bytes)
{
    struct folder_file file = folder_begin(folder, index);
    folder_append(&file, bytes);
    folder_end(&file);
}

void folder_leave_out(struct folder *folder, size_t index)
{
    assert(folder->fates[index] == FATE_NONE);
    folder->fates[index] = FATE_LEFT_OUT;
}

/* ---- ending ---- */

/* What stands at such a path is then stale or foreign, like any other file. */
static void drop_left_out(struct folder *folder)
{
    size_t left = 0;
    for (size_t i = 0; i < folder->after.len; i++) {
        if (folder->fates[i] == FATE_LEFT_OUT)
            continue;
        folder->paths[left] = folder->paths[i];
        folder->after.items[left] = folder->after.items[i];
        folder->fates[left++] = folder->fates[i];
    }
    folder->after.len = left;
}

static void refuse_foreign(struct folder *folder, const struct survey *survey, struct str sums)
{
    if (survey->mounted.ptr)
        refuse_mount(folder, survey->mounted);
    if (folder->manifest_taken && !str_eq(folder->before_text, sums))
        folder_refuse(folder, MANIFEST_PATH);
    for (size_t i = 0; i < folder->after.len; i++) {
        if (folder->fates[i] == FATE_MOUNTED)
            refuse_mount(folder, folder->paths[i]);
        if (folder->fates[i] == FATE_TAKEN)
            folder_refuse(folder, folder->paths[i]);
    }
    if (survey->blocking.ptr)
        folder_refuse(folder, survey->blocking);
}

static struct folder_result result_of(struct folder *folder, const struct survey *survey)
{
    struct folder_result result = {.bytes = folder->bytes, .removed = survey->stale};
    for (size_t i = 0; i < folder->after.len; i++) {
        assert(folder->fates[i] != FATE_NONE);
        result.written += folder->fates[i] == FATE_WRITTEN;
        result.kept += folder->fates[i] == FATE_KEPT;
    }
    result.foreign = survey_foreign(survey, folder->arena, &result.foreign_count);
    return result;
}

static void carry_over(const struct folder *folder, const struct fs_root *fresh, struct str path,
                       enum fs_kind kind)
{
    if (kind == FS_FOLDER)
        fs_make_folders(fresh, path);
    else if (folder->flags & FOLDER_NO_LINKS || !fs_link(&folder->old, fresh, path))
        fs_copy(&folder->old, fresh, path, kind);
}

/* Inner folders first: once an outer one has got rights that forbid entry, we cannot reach them. */
static void keep_rights(const struct folder *folder, const struct fs_root *fresh,
                        const struct fs_list *folders)
{
    for (size_t i = folders->len; i-- > 0;)
        fs_copy_mode(&folder->old, folders->items[i].path, fresh, folders->items[i].path);
    if (folder->old.fd >= 0)
        fs_copy_mode(&folder->parent, folder->at.name, &folder->parent, folder->at.fresh);
}

/*
 * Neighbouring files share a folder, and the kernel locks a folder for one thread
 * at a time: so each worker gets a batch of neighbours.
 */
static void keep_batch(void *context, size_t job, size_t worker)
{
    struct folder *folder = context;
    struct fs_root fresh = fresh_root(folder);
    size_t end = (job + 1) * BATCH_SIZE;
    (void)worker;
    for (size_t i = job * BATCH_SIZE; i < end && i < folder->after.len; i++)
        if (folder->fates[i] == FATE_KEPT)
            carry_over(folder, &fresh, folder->paths[i], FS_FILE);
}

/* Waits until the disk has what fs_sync() or fs_sync_names() brings to it. */
static void folder_sync(const struct folder *folder, void (*sync)(const struct fs_root *root),
                        const struct fs_root *root)
{
    if (folder->flags & FOLDER_NO_SYNC)
        return;
    stages_begin(folder->stages, SAID("venter på disken", "waiting for the disk"));
    sync(root);
    stages_end(folder->stages, 0, 0);
}

/* Adds to the new folder what is not written yet: outputs that stay, foreign files, SHA256SUMS. */
static void complete_fresh(struct folder *folder, size_t threads, const struct survey *survey,
                           struct str sums)
{
    struct fs_root fresh = fresh_root(folder);
    workers_run(threads, folder->after.len / BATCH_SIZE + 1, keep_batch, folder);
    for (size_t i = 0; i < survey->foreign.len; i++)
        carry_over(folder, &fresh, survey->foreign.items[i].path, survey->foreign.items[i].kind);
    if (survey->signature.path.ptr && str_eq(sums, folder->before_text))
        carry_over(folder, &fresh, survey->signature.path, survey->signature.kind);
    fs_create(&fresh, MANIFEST_PATH, sums);
    keep_rights(folder, &fresh, &survey->folders);
    folder_sync(folder, fs_sync, &fresh);
}

/* Returns false if names cannot be exchanged: then the old site is «.public.old». */
static bool put_in_place(struct folder *folder)
{
    const struct fs_root *parent = &folder->parent;
    bool exchanged = folder->old.fd >= 0 && !(folder->flags & FOLDER_NO_EXCHANGE) &&
                     fs_exchange(parent, folder->at.fresh, folder->at.name);
    if (!exchanged && folder->old.fd >= 0)
        fs_rename(parent, folder->at.name, folder->at.aside);
    if (!exchanged)
        fs_rename(parent, folder->at.fresh, folder->at.name);
    return exchanged;
}

static void take_back(struct folder *folder, bool exchanged)
{
    const struct fs_root *parent = &folder->parent;
    if (exchanged && fs_exchange(parent, folder->at.fresh, folder->at.name))
        return;
    fs_rename(parent, folder->at.name, folder->at.fresh);
    fs_rename(parent, folder->at.aside, folder->at.name);
}

/* What has been mounted since the survey has moved with the old site, and must not be lost. */
static void put_or_refuse(struct folder *folder)
{
    bool exchanged = put_in_place(folder);
    struct str mount = folder->old.fd < 0 ? (struct str){0} : find_mount(folder);
    if (mount.ptr) {
        take_back(folder, exchanged);
        refuse_mount(folder, mount);
    }
}

struct folder_result folder_commit(struct folder *folder, size_t threads)
{
    struct survey survey = {0};
    drop_left_out(folder);
    if (folder->old.fd >= 0)
        survey = survey_take(&folder->old, folder->paths, folder->after.len, &folder->before,
                             folder->arena);
    struct folder_result result = result_of(folder, &survey);
    struct str sums = manifest_format(&folder->after, folder->arena);
    result.sums_bytes = sums.len;
    refuse_foreign(folder, &survey, sums);
    result.changed = result.written || result.removed || !folder->before_text.ptr ||
                     !str_eq(sums, folder->before_text);
    result.unsigned_now = survey.signature.path.ptr && !str_eq(sums, folder->before_text);
    if (result.changed) {
        complete_fresh(folder, threads, &survey, sums);
        put_or_refuse(folder);
    }
    /* An interrupted build may have exchanged the names without syncing them. */
    if (result.changed || folder->interrupted)
        folder_sync(folder, fs_sync_names, &folder->parent);
    fs_remove(&folder->parent, folder->at.fresh);
    fs_remove(&folder->parent, folder->at.aside);
    close_folder(folder);
    return result;
}
