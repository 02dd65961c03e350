#include "base/fs_walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/fs_names.h"
#include "base/vec.h"

/*
 * A deeper tree is a mistake, or meant to cost us time: the paths of n folders inside
 * each other are together as long as the square of n.
 */
enum { DEPTH_MAX = 32 };

struct walk {
    const struct fs_root *root;
    unsigned how;
    struct arena *arena;   /* of the paths, and of the list in the end */
    struct arena *scratch; /* of the lists while they grow */
    struct fs_list *files;
    struct fs_list folders; /* the queue: a folder stands there before the folders inside it */
    fs_visit *visit;        /* with `context`, if only folders are asked for */
    void *context;
};

static void look_at(struct fs_entry *entry, unsigned how, int folder, const struct dirent64 *found)
{
    struct stat info;
    bool stamped = how & FS_STAMPED && found->d_type != DT_DIR;
    entry->kind = fs_kind_of_mode(DTTOIF(found->d_type));
    if (found->d_type != DT_UNKNOWN && !stamped)
        return;
    bool there = fstatat(folder, found->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0;
    entry->kind = there ? fs_kind_of_mode(info.st_mode) : FS_OTHER;
    if (there)
        entry->stamp = fs_stamp_of(&info);
}

static void add_folder(struct walk *walk, struct str path, int fd)
{
    struct fs_entry folder = {.kind = FS_FOLDER, .stamp = fs_stamp_of_folder(fd)};
    folder.path = path.len ? STR_JOIN(walk->arena, path, STR("/")) : path;
    vec_push(walk->scratch, walk->files, folder);
}

/* Lists what lies in one folder. */
static enum fs_status list_folder(struct walk *walk, struct str path)
{
    const char *name = path.len ? str_c(walk->arena, path) : ".";
    int fd;
    enum fs_status status = fs_open_folder(walk->root, name, &fd);
    if (status != FS_OK)
        return status;
    if (walk->visit)
        walk->visit(walk->context, fd);
    if (walk->how & FS_FOLDERS)
        add_folder(walk, path, fd);
    struct fs_names names;
    fs_names_of(&names, fd);
    for (const struct dirent64 *found; (found = fs_names_next(&names));) {
        struct str base = str_of(found->d_name);
        if (base.ptr[0] == '.' && !(walk->how & FS_DOTTED))
            continue;
        struct fs_entry entry = {0};
        look_at(&entry, walk->how, fd, found);
        if (walk->visit && entry.kind != FS_FOLDER)
            continue;
        entry.path =
            path.len ? STR_JOIN(walk->arena, path, STR("/"), base) : str_copy(walk->arena, base);
        if (entry.kind != FS_FOLDER && entry.path.len >= sizeof(struct fs_name))
            entry.kind = FS_CLOSED;
        struct fs_list *where = entry.kind == FS_FOLDER ? &walk->folders : walk->files;
        vec_push(walk->scratch, where, entry);
    }
    bool whole = errno == 0;
    if (!whole && !walk->root->forgiving)
        die_errno(SAID("kan ikke lese mappen %s/%s", "cannot read the folder %s/%s"),
                  walk->root->path.ptr, name);
    close(fd);
    return whole ? FS_OK : FS_REFUSED;
}

static int entry_by_path(const void *a, const void *b)
{
    return str_cmp(((const struct fs_entry *)a)->path, ((const struct fs_entry *)b)->path);
}

static size_t depth_of(struct str path)
{
    size_t depth = 0;
    for (size_t i = 0; i < path.len; i++)
        depth += path.ptr[i] == '/';
    return depth;
}

/*
 * Walks breadth first. Returns how many folders have been listed. The rest are too deep:
 * depth never falls along the queue, so they stand at its end.
 */
static size_t walk_below(struct walk *walk, struct str under)
{
    struct fs_list *folders = &walk->folders;
    size_t done = 0;
    list_folder(walk, under);
    for (; done < folders->len && depth_of(folders->items[done].path) <= DEPTH_MAX; done++) {
        enum fs_status status = list_folder(walk, folders->items[done].path);
        if (status == FS_ELSEWHERE)
            folders->items[done].kind = FS_MOUNT;
        if (status == FS_REFUSED)
            folders->items[done].kind = FS_CLOSED;
    }
    return done;
}

static void end_walk(struct walk *walk, size_t first_folder)
{
    for (size_t i = first_folder; i < walk->folders.len; i++)
        vec_push(walk->scratch, walk->files, walk->folders.items[i]);
    if (walk->files->len)
        qsort(walk->files->items, walk->files->len, sizeof *walk->files->items, entry_by_path);
    vec_fit(walk->arena, walk->files);
}

void fs_walk(const struct fs_root *root, struct str under, unsigned how, struct arena *arena,
             struct fs_list *list)
{
    struct arena scratch;
    arena_init(&scratch);
    struct walk walk = {
        .root = root, .how = how, .arena = arena, .scratch = &scratch, .files = list};
    size_t done = walk_below(&walk, under);
    for (size_t i = 0; i < done; i++)
        if (walk.folders.items[i].kind == FS_CLOSED)
            vec_push(&scratch, list, walk.folders.items[i]);
    end_walk(&walk, done);
    arena_release(&scratch);
}

void fs_walk_all(const struct fs_root *root, struct str under, unsigned how, struct arena *arena,
                 struct fs_list *list)
{
    struct arena scratch;
    arena_init(&scratch);
    struct walk walk = {
        .root = root, .how = how | FS_DOTTED, .arena = arena, .scratch = &scratch, .files = list};
    size_t done = walk_below(&walk, under);
    for (size_t i = 0; i < done; i++)
        if (walk.folders.items[i].kind == FS_CLOSED)
            done = i;
    if (done < walk.folders.len)
        die(SAID("mappene ligger for dypt inni hverandre: %s/%.*s",
                 "the folders are too deep: %s/%.*s"),
            root->path.ptr, STR_ARG(walk.folders.items[done].path));
    end_walk(&walk, 0);
    arena_release(&scratch);
}

void fs_walk_folders(const struct fs_root *root, struct str under, fs_visit *visit, void *context)
{
    struct arena arena;
    arena_init(&arena);
    struct walk walk = {
        .root = root, .arena = &arena, .scratch = &arena, .visit = visit, .context = context};
    walk_below(&walk, under);
    arena_release(&arena);
}

const struct fs_entry *fs_list_find(const struct fs_list *list, struct str path)
{
    struct fs_entry wanted = {.path = path};
    if (list->len == 0)
        return NULL;
    return bsearch(&wanted, list->items, list->len, sizeof *list->items, entry_by_path);
}

struct str fs_first_name(const struct fs_root *root, struct arena *arena)
{
    struct fs_list all = {0};
    struct walk walk = {.root = root, .arena = arena, .scratch = arena, .files = &all};
    list_folder(&walk, STR(""));
    end_walk(&walk, 0);
    return all.len ? all.items[0].path : (struct str){0};
}
