#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs_walk.h"
#include "base/fs_write.h"
#include "base/vec.h"
#include "base/workers.h"
#include "kit.h"

enum { THREADS = 4 };

/* In memory if we may: ext4 is slow to make files when many have just been removed. */
static const char *temporary_folder(void)
{
    const char *wanted = getenv("TMPDIR");
    if (wanted)
        return wanted;
    return access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
}

int kit_folder_setup(void **state)
{
    kit_setup(state);
    struct kit *kit = *state;
    umask(022);
    snprintf(kit->folder, sizeof kit->folder, "%s/samling-XXXXXX", temporary_folder());
    return mkdtemp(kit->folder) && chdir(kit->folder) == 0 ? 0 : -1;
}

int kit_folder_teardown(void **state)
{
    struct kit *kit = *state;
    struct str name = str_of(strrchr(kit->folder, '/') + 1);
    struct fs_root parent = fs_root_open(&kit->arena, STR(".."));
    fs_remove(&parent, name);
    fs_root_close(&parent);
    kit_teardown(state);
    return chdir("/");
}

struct putting {
    struct folder *folder;
    const struct kit_file *files;
};

void kit_put_pieces(struct folder *folder, size_t index, struct str text, size_t size)
{
    struct folder_file file = folder_begin(folder, index);
    for (size_t at = 0; at < text.len; at += size)
        folder_append(&file, str_slice(text, at, at + size < text.len ? at + size : text.len));
    folder_end(&file);
}

static void put_one(void *context, size_t index, size_t worker)
{
    struct putting *putting = context;
    struct str text = str_of(putting->files[index].text);
    (void)worker;
    if (index % 2)
        kit_put_pieces(putting->folder, index, text, 2);
    else
        folder_put(putting->folder, index, text);
}

struct folder *kit_put(struct kit *kit, const char *output, const struct kit_file *files,
                       unsigned flags)
{
    struct str *paths = arena_items(&kit->arena, struct str, KIT_FILES_MAX);
    size_t count = 0;
    for (; files[count].path; count++)
        paths[count] = str_of(files[count].path);
    struct putting putting = {folder_open(&kit->arena, str_of(output), paths, count, flags), files};
    workers_run(THREADS, count, put_one, &putting);
    return putting.folder;
}

struct folder_result kit_publish(struct kit *kit, const struct kit_file *files, unsigned flags)
{
    return folder_commit(kit_put(kit, "public", files, flags), THREADS);
}

void kit_make_file(struct kit *kit, const char *path, const char *text)
{
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    fs_remove(&root, str_of(path));
    fs_create(&root, str_of(path), str_of(text));
    fs_root_close(&root);
}

struct stat kit_stat(const char *path)
{
    struct stat info;
    assert_int_equal(lstat(path, &info), 0);
    return info;
}

bool kit_exists(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

struct str kit_tree(struct kit *kit, const char *path, bool places)
{
    struct buf out = BUF_INIT;
    struct fs_list list = {0};
    struct fs_root root = fs_root_open(&kit->arena, str_of(path));
    vec_push(&kit->arena, &list, ((struct fs_entry){.path = STR("."), .kind = FS_FOLDER}));
    fs_walk_all(&root, STR(""), 0, &kit->arena, &list);
    for (size_t i = 0; i < list.len; i++) {
        struct str text = STR("");
        struct stat info;
        assert_int_equal(
            fstatat(root.fd, str_c(&kit->arena, list.items[i].path), &info, AT_SYMLINK_NOFOLLOW),
            0);
        buf_put(&out, list.items[i].path);
        if (places)
            buf_format(&out, " %ju %ju.%09ld %ju.%09ld %o", (uintmax_t)info.st_ino,
                       (uintmax_t)info.st_mtim.tv_sec, info.st_mtim.tv_nsec,
                       (uintmax_t)info.st_ctim.tv_sec, info.st_ctim.tv_nsec, info.st_mode);
        else if (fs_read(&root, list.items[i].path, SIZE_MAX, &kit->arena, &text) == FS_OK)
            buf_format(&out, " «%.*s»", STR_ARG(text));
        buf_byte(&out, '\n');
    }
    fs_root_close(&root);
    struct str tree = buf_take(&out, &kit->arena);
    buf_release(&out);
    return tree;
}

void assert_file(struct kit *kit, const char *path, const char *expected)
{
    struct str text;
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    assert_int_equal(fs_read(&root, str_of(path), SIZE_MAX, &kit->arena, &text), FS_OK);
    fs_root_close(&root);
    assert_string_equal(str_c(&kit->arena, text), expected);
}

void assert_no_litter(struct kit *kit)
{
    struct fs_list list = {0};
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    fs_walk_all(&root, STR(""), 0, &kit->arena, &list);
    fs_root_close(&root);
    for (size_t i = 0; i < list.len; i++)
        assert_false(str_starts(list.items[i].path, STR(".")));
}

void assert_sums(void)
{
    assert_int_equal(system("cd public && sha256sum --check --strict --quiet SHA256SUMS"), 0);
}
