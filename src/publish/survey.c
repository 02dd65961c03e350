#include "publish/survey.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/fs_hash.h"
#include "base/vec.h"
#include "publish/manifest.h"

struct sorted_paths {
    const struct str *items;
    size_t len;
};

struct surveyor {
    const struct fs_root *folder;
    const struct manifest *before;
    struct sorted_paths outputs, present;
    struct arena *arena;
};

/* Returns the first path that is `path` or comes after it; the absent str if there is none. */
static struct str first_from(const struct sorted_paths *paths, struct str path)
{
    size_t low = 0, high = paths->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(paths->items[middle], path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < paths->len ? paths->items[low] : (struct str){0};
}

static bool has_path(const struct sorted_paths *paths, struct str path)
{
    return str_eq(first_from(paths, path), path);
}

static bool has_below(const struct sorted_paths *paths, struct str folder, struct arena *arena)
{
    struct str prefix = STR_JOIN(arena, folder, STR("/"));
    return str_starts(first_from(paths, prefix), prefix);
}

/* Whether an output will be a file where this path needs a folder. */
static bool lies_in_output(const struct surveyor *s, struct str path)
{
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/' && has_path(&s->outputs, str_slice(path, 0, i)))
            return true;
    return false;
}

static bool is_blocking(const struct surveyor *s, struct str path)
{
    return has_path(&s->outputs, path) || has_below(&s->outputs, path, s->arena) ||
           lies_in_output(s, path);
}

/* Whether an earlier build wrote this file, and its bytes have not changed since. */
static bool is_stale(const struct surveyor *s, struct str path)
{
    const struct manifest_entry *entry = manifest_find(s->before, path);
    if (!entry)
        return false;
    struct hash hash;
    return fs_hash(s->folder, path, &hash) == FS_OK && hash_eq(hash, entry->hash);
}

/* Of an edition that we published; else it is a file like others. */
static bool is_signature(const struct surveyor *s, struct str path)
{
    return s->before->len && str_eq(path, MANIFEST_SIGNATURE_PATH);
}

/* Whether an entry is an output. A link is one if an earlier build had a file at its path. */
static bool is_output(const struct surveyor *s, const struct fs_entry *entry)
{
    return has_path(&s->outputs, entry->path) &&
           (entry->kind == FS_FILE || manifest_find(s->before, entry->path));
}

static bool is_in_use(const struct surveyor *s, struct str folder)
{
    return has_below(&s->outputs, folder, s->arena) || has_below(&s->present, folder, s->arena);
}

/* A folder tells by itself that it is a mount; a file must be asked. */
static bool is_mounted(const struct surveyor *s, const struct fs_entry *entry)
{
    enum fs_kind kind = entry->kind;
    return kind == FS_MOUNT ||
           (kind != FS_FOLDER && fs_kind_of(s->folder, entry->path, &kind) && kind == FS_MOUNT);
}

static void survey_entry(const struct surveyor *s, const struct fs_entry *entry,
                         struct survey *survey)
{
    if (entry->kind == FS_FOLDER) {
        vec_push(s->arena, &survey->folders, *entry);
        if (is_in_use(s, entry->path))
            return;
    } else if (is_output(s, entry) || str_eq(entry->path, MANIFEST_PATH)) {
        return;
    } else if (is_signature(s, entry->path)) {
        survey->signature = *entry;
        return;
    } else if (is_stale(s, entry->path)) {
        survey->stale++;
        return;
    }
    if (!survey->mounted.ptr && is_mounted(s, entry))
        survey->mounted = entry->path;
    if (!survey->blocking.ptr && is_blocking(s, entry->path))
        survey->blocking = entry->path;
    vec_push(s->arena, &survey->foreign, *entry);
}

static struct sorted_paths paths_of(const struct fs_list *list, struct arena *arena)
{
    struct str *paths = arena_items(arena, struct str, list->len);
    for (size_t i = 0; i < list->len; i++)
        paths[i] = list->items[i].path;
    return (struct sorted_paths){paths, list->len};
}

struct survey survey_take(const struct fs_root *folder, const struct str *paths, size_t count,
                          const struct manifest *before, struct arena *arena)
{
    struct fs_list found = {0};
    fs_walk_all(folder, STR(""), 0, arena, &found);
    struct surveyor surveyor = {
        .folder = folder,
        .before = before,
        .outputs = {paths, count},
        .present = paths_of(&found, arena),
        .arena = arena,
    };
    struct survey survey = {0};
    for (size_t i = 0; i < found.len; i++)
        survey_entry(&surveyor, &found.items[i], &survey);
    return survey;
}

const struct str *survey_foreign(const struct survey *survey, struct arena *arena, size_t *count)
{
    struct str *paths = arena_items(arena, struct str, survey->foreign.len);
    *count = 0;
    for (size_t i = 0; i < survey->foreign.len; i++) {
        const struct fs_entry *entry = &survey->foreign.items[i];
        bool empty = entry->kind == FS_FOLDER;
        if (!str_eq(entry->path, STR(".gitignore")))
            paths[(*count)++] = empty ? STR_JOIN(arena, entry->path, STR("/")) : entry->path;
    }
    return paths;
}
