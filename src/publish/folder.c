#include "publish/folder.h"

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs_write.h"
#include "base/hash.h"
#include "base/said.h"
#include "base/stages.h"
#include "base/workers.h"
#include "publish/folder_parts.h"
#include "publish/survey.h"

enum { BATCH_SIZE = 512, PRIVATE = 0700, COMMON = 0755 };

void folder_set_built(struct folder *folder, const struct built *before, struct built *now)
{
    bool same_maker = str_eq(before->maker, now->maker);
    bool same_sums = folder->before.len && hash_eq(hash_of(folder->before_text), before->sums);
    folder->built_before = before;
    folder->known = same_maker && same_sums ? before : NULL;
    folder->built = now;
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
    struct built_file *made = &folder->made[file->index];
    if (*fate == FATE_KEPT) {
        made->stamp = fs_stamp_of_open(file->old.fd);
        fs_compare_end(&file->old);
    }
    if (*fate == FATE_WRITTEN) {
        made->stamp = fs_stamp_of_open(file->fresh.fd);
        fs_create_end(&file->fresh);
    }
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

/* Returns the old file at a path if it is as the build before has left it, or NULL. */
static const struct fs_entry *find_left(const struct folder *folder, struct str path)
{
    const struct built_file *before = folder->known ? built_find(folder->known, path) : NULL;
    const struct fs_entry *there = fs_list_find(&folder->there, path);
    bool same = before && there && there->kind == FS_FILE &&
                fs_stamp_same_bytes(&there->stamp, &before->stamp) &&
                manifest_find(&folder->before, path);
    return same ? there : NULL;
}

/* The same if it was made with this key. */
static const struct fs_entry *find_made(const struct folder *folder, struct str path,
                                        struct hash key)
{
    const struct built_file *before = built_find(folder->known, path);
    return before && hash_eq(key, before->key) ? find_left(folder, path) : NULL;
}

static void keep_old(struct folder *folder, size_t index, const struct fs_entry *there)
{
    struct str path = folder->paths[index];
    folder->fates[index] = FATE_KEPT;
    folder->made[index].stamp = there->stamp;
    folder->after.items[index] =
        (struct manifest_entry){path, manifest_find(&folder->before, path)->hash};
    folder->bytes += there->stamp.size;
    folder->reused += 1;
}

bool folder_keep(struct folder *folder, const uint32_t *places, size_t count, struct hash key,
                 size_t *len)
{
    static const struct hash unknown = {0};
    const struct fs_entry *there[FOLDER_COPIES_MAX];
    bool all = folder->known && !hash_eq(key, unknown);
    assert(count <= FOLDER_COPIES_MAX);
    for (size_t i = 0; i < count; i++) {
        struct str path = folder->paths[places[i]];
        folder->made[places[i]].key = key;
        there[i] = all ? find_made(folder, path, key) : NULL;
        all = all && (there[i] || (i > 0 && !built_find(folder->known, path)));
    }
    for (size_t i = 0; all && i < count; i++) {
        if (there[i])
            keep_old(folder, places[i], there[i]);
        else
            folder_leave_out(folder, places[i]);
    }
    *len = all ? there[0]->stamp.size : 0;
    return all;
}

bool folder_read(const struct folder *folder, size_t index, struct buf *out)
{
    struct fs_pieces file;
    if (folder->fates[index] != FATE_KEPT ||
        fs_pieces_open(&file, &folder->old, folder->paths[index]) != FS_OK)
        return false;
    bool whole = fs_pieces_put(&file, out, 0, file.size);
    fs_pieces_close(&file);
    return whole;
}

bool folder_is_as_before(const struct folder *folder, size_t index)
{
    enum fate fate = folder->fates[index];
    const struct manifest_entry *before =
        folder->known ? manifest_find(&folder->before, folder->paths[index]) : NULL;
    return (fate == FATE_KEPT || fate == FATE_WRITTEN) && before &&
           hash_eq(before->hash, folder->after.items[index].hash);
}

bool folder_is_made_as_before(const struct folder *folder, size_t index)
{
    static const struct hash unknown = {0};
    const struct built_file *before =
        folder->known ? built_find(folder->known, folder->paths[index]) : NULL;
    struct hash key = folder->made[index].key;
    return before && hash_eq(key, before->key) && !hash_eq(key, unknown);
}

bool folder_open_before(const struct folder *folder, size_t index, struct fs_pieces *file)
{
    struct str path = folder->paths[index];
    return find_left(folder, path) && fs_pieces_open(file, &folder->old, path) == FS_OK;
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
        folder->made[left] = folder->made[i];
        folder->fates[left++] = folder->fates[i];
    }
    folder->after.len = left;
}

static void refuse_foreign(struct folder *folder, const struct survey *survey, struct str sums)
{
    if (survey->mounted.ptr)
        folder_refuse_mount(folder, survey->mounted);
    if (folder->manifest_taken && !str_eq(folder->before_text, sums))
        folder_refuse(folder, MANIFEST_PATH);
    for (size_t i = 0; i < folder->after.len; i++) {
        if (folder->fates[i] == FATE_MOUNTED)
            folder_refuse_mount(folder, folder->paths[i]);
        if (folder->fates[i] == FATE_TAKEN)
            folder_refuse(folder, folder->paths[i]);
    }
    if (survey->blocking.ptr)
        folder_refuse(folder, survey->blocking);
}

static struct folder_result result_of(struct folder *folder, const struct survey *survey)
{
    struct folder_result result = {
        .reused = folder->reused, .bytes = folder->bytes, .removed = survey->stale};
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
    struct str mount = folder->old.fd < 0 ? (struct str){0} : folder_find_mount(folder);
    if (mount.ptr) {
        take_back(folder, exchanged);
        folder_refuse_mount(folder, mount);
    }
}

/* Adds SHA256SUMS, as it was made, to the files that must be there. */
static void add_sums_made(struct folder *folder, const struct fs_root *now)
{
    struct built_file made = {.path = MANIFEST_PATH};
    size_t at = folder->after.len;
    fs_stamp_at(now, MANIFEST_PATH, &made.stamp);
    for (; at > 0 && str_cmp(MANIFEST_PATH, folder->paths[at - 1]) < 0; at--)
        folder->made[at] = folder->made[at - 1];
    folder->made[at] = made;
}

static void keep_built(struct folder *folder, struct hash sums)
{
    struct built *built = folder->built;
    struct fs_root now;
    size_t count = folder->after.len;
    if (!fs_root_below(&folder->parent, folder->at.name, folder->arena, &now))
        return;
    for (size_t i = 0; i < count; i++)
        folder->made[i].path = folder->paths[i];
    add_sums_made(folder, &now);
    built_set_outputs(built, folder->arena, folder->made, count + 1, &now);
    fs_root_close(&now);
    built->sums = sums;
    built_write(built, folder->built_before, &folder->parent, folder->at.built);
}

struct folder_result folder_commit(struct folder *folder, size_t threads)
{
    struct survey survey = {0};
    drop_left_out(folder);
    if (folder->old.fd >= 0)
        survey = survey_take(&folder->old, folder->paths, folder->after.len, &folder->before,
                             folder->arena);
    struct folder_result result = result_of(folder, &survey);
    struct buf text = BUF_INIT;
    manifest_put(&text, &folder->after);
    struct str sums = buf_str(&text);
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
    struct hash hash = hash_of(sums);
    buf_release(&text); /* before the outputs are listed, when most is held */
    if (folder->built)
        keep_built(folder, hash);
    folder_close(folder);
    return result;
}
