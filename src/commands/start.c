#include "commands/start.h"

#include <stdint.h>

#include "base/die.h"
#include "base/embedded.h"
#include "base/fs_lock.h"
#include "base/fs_place.h"
#include "base/fs_walk.h"
#include "base/fs_write.h"
#include "base/vec.h"
#include "base/visible.h"
#include "collection/theme_files.h"
#include "site/theme_place.h"

enum { START_MODE = 0777, THEME_FILE_MAX = 4 * 1024 * 1024 };

void start_add_file(struct start *start, struct str path, struct str text)
{
    struct start_file file = {path, text};
    vec_push(start->arena, start, file);
}

/*
 * Those that the program has in itself.
 */

/* Whether a file is of a set; `language` and `rest`, its path there, are then stored. */
static bool is_of_set(const struct embedded_file *file, struct str set, struct str *language,
                      struct str *rest)
{
    struct str path = file->path, part;
    return str_cut(&path, '/', &part) && str_eq(part, STR("start")) &&
           str_cut(&path, '/', language) && str_cut(&path, '/', &part) && str_eq(part, set) &&
           (*rest = path, path.len > 0);
}

bool start_add(struct start *start, struct str language, struct str set, struct str before)
{
    struct str of, rest;
    bool any = false;
    for (size_t i = 0; i < embedded_count; i++) {
        if (!is_of_set(&embedded_files[i], set, &of, &rest) || !str_eq(of, language))
            continue;
        start_add_file(start, STR_JOIN(start->arena, before, rest), embedded_files[i].text);
        any = true;
    }
    return any;
}

struct str start_languages(struct arena *arena, struct str set)
{
    struct str all = STR(""), last = STR(""), language, rest;
    for (size_t i = 0; i < embedded_count; i++) {
        if (!is_of_set(&embedded_files[i], set, &language, &rest) || str_eq(language, last))
            continue;
        all = STR_JOIN(arena, all, all.len ? STR(", ") : STR(""), language);
        last = language;
    }
    return all;
}

void start_add_theme(struct start *start)
{
    struct fs_root program;
    struct fs_list files = {0};
    theme_place_program(&program, start->arena);
    fs_walk(&program, STR(THEME_FOLDER), 0, start->arena, &files);
    for (size_t i = 0; i < files.len; i++) {
        struct str text;
        if (fs_read(&program, files.items[i].path, THEME_FILE_MAX, start->arena, &text) == FS_OK)
            start_add_file(start, files.items[i].path, text);
    }
    fs_root_close(&program);
}

/*
 * Putting them in place.
 */

/* Returns the first part of a file's path, unless the file before it has the same: content. */
static struct str new_top(const struct start *start, size_t i)
{
    struct str rest = start->items[i].path, before = i ? start->items[i - 1].path : STR("");
    struct str top, top_before;
    str_cut(&rest, '/', &top);
    str_cut(&before, '/', &top_before);
    return i && str_eq(top, top_before) ? STR("") : top;
}

static void check_free(const struct start *start, const struct fs_root *root)
{
    enum fs_kind kind;
    for (size_t i = 0; i < start->len; i++) {
        struct str top = new_top(start, i);
        if (top.len && fs_kind_of(root, top, &kind))
            die(SAID("%.*s/%.*s finnes fra før, og blir ikke skrevet over; ingenting er laget",
                     "%.*s/%.*s is there already, and is not written over; nothing has been made"),
                STR_ARG(visible_text(start->arena, root->path)), STR_ARG(top));
    }
}

static void create_files(const struct start *start, const struct fs_root *stage)
{
    for (size_t i = 0; i < start->len; i++)
        fs_create(stage, start->items[i].path, start->items[i].text);
    fs_sync(stage);
}

/* Into a folder that is there: what begins their paths gets its name one by one. */
static void put_into(const struct start *start, const struct fs_root *root)
{
    static const struct str name = STR_INIT(".samling.new"), lock_name = STR_INIT(".samling.lock");
    struct fs_lock lock;
    check_free(start, root);
    fs_lock_wait(&lock, root, lock_name);
    fs_remove(root, name);
    struct fs_root stage = fs_root_make(root, name, START_MODE, root->path);
    create_files(start, &stage);
    for (size_t i = 0; i < start->len; i++) {
        struct str top = new_top(start, i);
        if (top.len)
            fs_rename(root, STR_JOIN(start->arena, name, STR("/"), top), top);
    }
    fs_root_close(&stage);
    fs_remove(root, name);
    fs_sync_names(root);
    fs_lock_release(&lock, root);
}

/* Into one that is not: made beside its place, and then given the name. */
static void put_new(const struct start *start, const struct fs_root *parent, struct str name,
                    struct str folder)
{
    struct arena *arena = start->arena;
    struct str fresh = STR_JOIN(arena, STR("."), name, STR(".new"));
    struct fs_lock lock;
    fs_lock_wait(&lock, parent, STR_JOIN(arena, STR("."), name, STR(".lock")));
    fs_remove(parent, fresh);
    struct fs_root stage = fs_root_make(parent, fresh, START_MODE, folder);
    create_files(start, &stage);
    fs_rename(parent, fresh, name);
    fs_sync_names(parent);
    fs_root_close(&stage);
    fs_lock_release(&lock, parent);
}

void start_put(const struct start *start, struct str folder)
{
    struct fs_root root, parent;
    enum fs_kind kind;
    if (fs_root_try(start->arena, folder, &root)) {
        put_into(start, &root);
        fs_root_close(&root);
        return;
    }
    struct str name = str_name(folder);
    parent = fs_root_open(start->arena, fs_folder_of(folder));
    if (fs_kind_of(&parent, name, &kind))
        die(SAID("%.*s er ikke en mappe; ingenting er laget",
                 "%.*s is not a folder; nothing has been made"),
            STR_ARG(visible_text(start->arena, folder)));
    put_new(start, &parent, name, folder);
    fs_root_close(&parent);
}
